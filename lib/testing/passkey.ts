import { createHash, generateKeyPairSync, type KeyPairKeyObjectResult, randomBytes, sign } from 'node:crypto'
import { env } from '@/lib/env'

const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_KEY = 0x40

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const text64 = (data: string | Buffer) => Buffer.from(data).toString('base64url')

/** How something is signed that a well-behaved authenticator would not sign so. */
type Over = {
  origin?: string
  host?: string
  flags?: number
  counter?: number
  challenge?: string
  userHandle?: string
  /** What it says of its maker, in place of nothing. */
  statement?: (keys: KeyPairKeyObjectResult, clientDataHash: Buffer) => Buffer
}

const NO_STATEMENT = Buffer.from('63666d74646e6f6e656761747453746d74a0', 'hex')

/** A security key in memory, as a browser would answer for it: ES256, no attestation. */
export class SoftPasskey {
  readonly id = randomBytes(16).toString('base64url')
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  #counter = 0

  make({ challenge }: { challenge: string }, over: Over = {}) {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    // A COSE key, by hand: { 1: 2, 3: -7, -1: 1, -2: x, -3: y }
    const cose = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ])
    const id = Buffer.from(this.id, 'base64url')
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
    const data = Buffer.concat([this.#data({ flags: PRESENT | VERIFIED | HAS_KEY, ...over }), attested])
    const clientData = this.#clientData('webauthn.create', challenge, over)
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      over.statement?.(this.#keys, sha256(clientData)) ?? NO_STATEMENT,
      Buffer.from('686175746844617461', 'hex'),
      Buffer.from([0x59, data.length >> 8, data.length & 0xff]),
      data,
    ])
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: text64(clientData),
        attestationObject: text64(attestationObject),
        transports: ['usb'],
      },
    }
  }

  sign({ challenge }: { challenge: string }, over: Over = {}) {
    this.#counter++
    const clientData = this.#clientData('webauthn.get', challenge, over)
    const data = this.#data({ flags: PRESENT | VERIFIED, ...over })
    const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), this.#keys.privateKey)
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: text64(clientData),
        authenticatorData: text64(data),
        signature: text64(signature),
        ...(over.userHandle !== undefined && { userHandle: text64(over.userHandle) }),
      },
    }
  }

  #credential() {
    return { id: this.id, rawId: this.id, type: 'public-key' as const, clientExtensionResults: {} }
  }

  #clientData(type: string, challenge: string, over: Over): string {
    const origin = over.origin ?? new URL(env().siteUrl).origin
    return JSON.stringify({ type, challenge: over.challenge ?? challenge, origin, crossOrigin: false })
  }

  #data({ host = new URL(env().siteUrl).hostname, flags = 0, counter = this.#counter }: Over): Buffer {
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(counter)
    return Buffer.concat([sha256(host), Buffer.from([flags]), counted])
  }
}
