'use client'

import { askForPasskeyCall, confirmByPasskeyCall } from '@/lib/account/passkey-actions'
import { askWhoSignsCall, signInByPasskeyCall } from '@/lib/auth/passkey-actions'
import { passkeyWordsFor } from '@/lib/i18n/passkey-words'
import { signWithPasskey } from './browser-passkeys'
import { PasskeyButton } from './passkey-button'

type Props = { locale: string; next: string }

/** The button below the password: no password, no code. */
export function SignInWithPasskey({ locale, next }: Props) {
  const words = passkeyWordsFor(locale)
  const press = async () => {
    const signed = await signWithPasskey(await askWhoSignsCall())
    if (!signed.ok) return signed.reason
    const entered = await signInByPasskeyCall(signed.sent)
    if (!entered.ok) return entered.reason ?? 'wrong'
    window.location.assign(next)
    return null
  }
  return <PasskeyButton label={words.signIn} needsScript={words.needsScript} said={words.said} press={press} />
}

/** Says once more who sits there. */
export function ConfirmWithPasskey({ locale, next }: Props) {
  const words = passkeyWordsFor(locale)
  const press = async () => {
    const asked = await askForPasskeyCall()
    if (!asked.ok) return asked.reason
    const signed = await signWithPasskey(asked.options)
    if (!signed.ok) return signed.reason
    const confirmed = await confirmByPasskeyCall(signed.sent)
    if (!confirmed.ok) return confirmed.reason
    window.location.assign(next)
    return null
  }
  return <PasskeyButton label={words.confirm} needsScript={words.needsScript} said={words.said} press={press} />
}
