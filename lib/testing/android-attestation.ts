import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

type Keys = { publicKey: KeyObject; privateKey: KeyObject }

const hex = (text: string) => Buffer.from(text, 'hex')
const uint16 = (value: number) => Buffer.from([value >> 8, value & 0xff])

function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const size = body.length < 128 ? Buffer.from([body.length]) : Buffer.concat([hex('82'), uint16(body.length)])
  return Buffer.concat([Buffer.from([tag]), size, body])
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const text = (tag: number, value: string) => der(tag, Buffer.from(value))
const named = (name: string) => sequence(der(0x31, sequence(hex('0603550403'), text(0x0c, name))))
const extension = (oid: string, value: Buffer) => sequence(hex(oid), der(0x04, value))

const ECDSA = hex('300a06082a8648ce3d040302')

function certificate({ subject, key, signer }: { subject: string; key: KeyObject; signer: KeyObject }, more: Buffer[]) {
  const signed = sequence(
    hex('a003020102020101'),
    ECDSA,
    named('root'),
    sequence(text(0x17, '260101000000Z'), text(0x17, '360101000000Z')),
    named(subject),
    key.export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(...more)),
  )
  return sequence(signed, ECDSA, der(0x03, hex('00'), sign('sha256', signed, signer)))
}

/**
 * Says of a key that an Android phone holds it, with certificates that anybody can make; whoever believes them first asks
 * `revoked` whether they still hold. The part of an attestation object before its data.
 */
export const androidStatement =
  (revoked: string) =>
  (keys: Keys, clientDataHash: Buffer): Buffer => {
    const root = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const signer = root.privateKey
    const description = [hex('020103 0a0100 020103 0a0100'.replaceAll(' ', '')), der(0x04, clientDataHash)]
    const leaf = certificate({ subject: 'leaf', key: keys.publicKey, signer }, [
      extension('060a2b06010401d679020111', sequence(...description, hex('040030003000'))),
      extension('0603551d1f', sequence(sequence(der(0xa0, der(0xa0, text(0x86, revoked)))))),
    ])
    const own = certificate({ subject: 'root', key: root.publicKey, signer }, [
      extension('0603551d13', sequence(hex('0101ff'))),
    ])
    const bytes = (value: Buffer) => Buffer.concat([hex('59'), uint16(value.length), value])
    // In CBOR: { fmt: 'android-key', attStmt: { alg: -7, sig: …, x5c: [leaf, own] } }
    return Buffer.concat([
      hex('63666d746b'),
      Buffer.from('android-key'),
      hex('6761747453746d74a363616c672663736967'),
      bytes(Buffer.alloc(64)),
      hex('6378356382'),
      bytes(leaf),
      bytes(own),
    ])
  }
