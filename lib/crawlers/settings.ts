import { z } from 'zod'

/** On one line of a text file: nothing in it begins another. */
const line = z.string().regex(/^[^\p{Cc}\u2028\u2029]+$/u, 'must be one line')
const botName = z.string().regex(/^[\w.*-]+( [\w.*-]+)*$/, 'is no name of a bot')
/** "/search/", "/*?print=" */
const pathRule = z.string().regex(/^[/*][^\s#]*$/, 'must begin with "/" or "*"')
const address = z.string().regex(/^(https:\/\/|mailto:|tel:)\S+$/, 'must begin with https://, mailto: or tel:')

const rulesSchema = z.object({
  names: z.array(botName).min(1),
  allow: z.array(pathRule).default([]),
  disallow: z.array(pathRule).default([]),
})

const securitySchema = z.object({
  contacts: z.array(address).min(1),
  /** A text without a date of its end, or after it, is not to be trusted (RFC 9116): it is not served. */
  expiresAt: z.iso.datetime().transform((text) => new Date(text)),
  policy: address.optional(),
  acknowledgments: address.optional(),
  encryption: address.optional(),
  languages: z.array(z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z\d]{1,8})*$/)).default([]),
})
export type SecurityContact = z.infer<typeof securitySchema>

/** What bots are told, and where their owners and ours find each other. */
export const crawlerSettingsSchema = z.object({
  /** What no bot is to read, beside the newsroom. */
  disallow: z.array(pathRule).default([]),
  /** What single bots are told instead. */
  bots: z.array(rulesSchema).default([]),
  /** Whether bots that gather texts for language models may read what others may. */
  aiMayRead: z.boolean().default(true),
  /** Search engines are asked to leave out the pages of a category, tag, author or day with fewer articles than this. */
  leastInArchive: z.number().int().min(1).max(100).default(1),
  /** Whole texts; null: there is no such file. */
  adsTxt: z.array(line).min(1).nullable().default(null),
  humansTxt: z.array(line).min(1).nullable().default(null),
  security: securitySchema.nullable().default(null),
})
export type CrawlerSettings = z.infer<typeof crawlerSettingsSchema>
