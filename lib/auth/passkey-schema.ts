import { z } from 'zod'

const encoded = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\w-]+$/)
/** As `PublicKeyCredential.toJSON()` says it, and no more of it than is looked at. */
const credential = {
  id: encoded(1_400),
  rawId: encoded(1_400),
  type: z.literal('public-key'),
}
const empty = z.unknown().transform(() => ({}))

/** A passkey that was made. */
export const madePasskey = z.object({
  ...credential,
  clientExtensionResults: empty,
  response: z.object({
    clientDataJSON: encoded(4_000),
    attestationObject: encoded(20_000),
    transports: z.array(z.string().max(20)).max(8).default([]),
  }),
})

/** What a passkey signed. */
export const signedPasskey = z.object({
  ...credential,
  clientExtensionResults: empty,
  response: z.object({
    clientDataJSON: encoded(4_000),
    authenticatorData: encoded(4_000),
    signature: encoded(2_000),
    userHandle: encoded(200).optional(),
  }),
})

export type MadePasskey = z.infer<typeof madePasskey>
export type SignedPasskey = z.infer<typeof signedPasskey>
export const passkeyName = z.string().trim().min(1, 'nameMissing').max(80, 'nameLong')
