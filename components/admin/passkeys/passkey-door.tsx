'use client'

import { askForPasskeyCall, confirmByPasskeyCall } from '@/lib/account/passkey-actions'
import { askWhoSignsCall, signInByPasskeyCall } from '@/lib/auth/passkey-actions'
import { passkeyWordsFor } from '@/lib/i18n/passkey-words'
import { type FromBrowser, offersPasskeys, signWhenChosen, signWithPasskey } from './browser-passkeys'
import { PasskeyButton } from './passkey-button'

type Props = { locale: string; next: string }

/** No password, no code: the button below them, and what the browser offers where the address is typed. */
export function SignInWithPasskey({ locale, next }: Props) {
  const words = passkeyWordsFor(locale)
  const enter = async (signed: FromBrowser) => {
    if (!signed.ok) return signed.reason
    const entered = await signInByPasskeyCall(signed.sent)
    if (!entered.ok) return entered.reason ?? 'wrong'
    window.location.assign(next)
    return null
  }
  const press = async () => enter(await signWithPasskey(await askWhoSignsCall()))
  const offer = async () => {
    if (!(await offersPasskeys())) return null
    const signed = await signWhenChosen(await askWhoSignsCall())
    // Nobody has asked for anything yet: what was not chosen is not worth a word.
    return signed.ok ? enter(signed) : null
  }
  const { signIn: label, needsScript, said } = words
  return <PasskeyButton label={label} needsScript={needsScript} said={said} press={press} offer={offer} />
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
