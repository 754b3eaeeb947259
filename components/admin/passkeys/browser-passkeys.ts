/** What came of asking the browser: what it made or signed, ready to be sent, or why not. */
export type FromBrowser =
  | { ok: true; sent: unknown }
  | { ok: false; reason: 'cancelled' | 'known' | 'unsupported' | 'withdrawn' }

/** True where the browser knows passkeys and how to read and say them as JSON; only in the open and on this machine. */
export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'

/** True where the browser can name passkeys in the field for the address, among what else it would fill in there. */
export const offersPasskeys = async (): Promise<boolean> =>
  hasPasskeys() && ((await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false)

/** Has the browser make a passkey. */
export function makePasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<FromBrowser> {
  withdrawOffer()
  return answer(() =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  )
}

/** Has one of the passkeys sign. */
export function signWithPasskey(options: PublicKeyCredentialRequestOptionsJSON): Promise<FromBrowser> {
  withdrawOffer()
  return answer(() =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  )
}

/** What is offered meanwhile: a browser asks for one thing at a time, and refuses a second one. */
let offered = new AbortController()

/** Offers what the browser has, in the fields of the page, and waits until one of them is chosen, for as long as it takes. */
export function signWhenChosen(options: PublicKeyCredentialRequestOptionsJSON): Promise<FromBrowser> {
  withdrawOffer()
  offered = new AbortController()
  const { signal } = offered
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  return answer(() => navigator.credentials.get({ publicKey, mediation: 'conditional', signal }))
}

export function withdrawOffer(): void {
  offered.abort()
}

async function answer(ask: () => Promise<Credential | null>): Promise<FromBrowser> {
  try {
    const credential = await ask()
    if (credential instanceof PublicKeyCredential) return { ok: true, sent: credential.toJSON() }
    return { ok: false, reason: 'cancelled' }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    if (error.name === 'AbortError') return { ok: false, reason: 'withdrawn' }
    if (error.name === 'InvalidStateError') return { ok: false, reason: 'known' }
    return { ok: false, reason: error.name === 'SecurityError' ? 'unsupported' : 'cancelled' }
  }
}
