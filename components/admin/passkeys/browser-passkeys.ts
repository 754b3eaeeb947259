/** What came of asking the browser: what it made or signed, ready to be sent, or why not. */
export type FromBrowser = { ok: true; sent: unknown } | { ok: false; reason: 'cancelled' | 'known' | 'unsupported' }

/** True where the browser knows passkeys and how to read and say them as JSON; only in the open and on this machine. */
export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'

/** Has the browser make a passkey. */
export function makePasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<FromBrowser> {
  return answer(() =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  )
}

/** Has one of the passkeys sign. */
export function signWithPasskey(options: PublicKeyCredentialRequestOptionsJSON): Promise<FromBrowser> {
  return answer(() =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  )
}

async function answer(ask: () => Promise<Credential | null>): Promise<FromBrowser> {
  try {
    const credential = await ask()
    if (credential instanceof PublicKeyCredential) return { ok: true, sent: credential.toJSON() }
    return { ok: false, reason: 'cancelled' }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    if (error.name === 'InvalidStateError') return { ok: false, reason: 'known' }
    return { ok: false, reason: error.name === 'SecurityError' ? 'unsupported' : 'cancelled' }
  }
}
