'use client'

import { useRef } from 'react'
import { addPasskeyCall, beginPasskeyCall } from '@/lib/account/passkey-actions'
import { passkeyWordsFor } from '@/lib/i18n/passkey-words'
import { makePasskey } from './browser-passkeys'
import { PasskeyButton } from './passkey-button'

const HERE = '/admin/account/'

/** Makes a passkey; whoever has not said lately who they are is asked first. */
export function AddPasskey({ locale, suggestion }: { locale: string; suggestion: string }) {
  const words = passkeyWordsFor(locale)
  const name = useRef<HTMLInputElement>(null)
  const press = async () => {
    const begun = await beginPasskeyCall()
    if (!begun.ok)
      return begun.reason === 'confirm' ? leaveFor(`/admin/confirm/?next=${encodeURIComponent(HERE)}`) : begun.reason
    const made = await makePasskey(begun.options)
    if (!made.ok) return made.reason
    const added = await addPasskeyCall({ name: name.current?.value.trim() || suggestion, made: made.sent })
    return added.ok ? leaveFor(`${HERE}?passkey=added`) : added.reason
  }
  return (
    <div className="fields">
      <div className="field">
        <label htmlFor="passkey-new">{words.newName}</label>
        <input
          id="passkey-new"
          ref={name}
          type="text"
          dir="auto"
          maxLength={80}
          defaultValue={suggestion}
          aria-describedby="passkey-new-hint"
        />
        <p className="hint" id="passkey-new-hint">
          {words.nameHint}
        </p>
      </div>
      <div>
        <PasskeyButton label={words.add} needsScript={words.needsScript} said={words.said} press={press} />
      </div>
    </div>
  )
}

function leaveFor(path: string): null {
  window.location.assign(path)
  return null
}
