import { resolve } from 'node:path'
import { z } from 'zod'
import { providerOf } from './database/provider'

const port = z
  .string()
  .default('3000')
  .transform(Number)
  .refine((n) => Number.isInteger(n) && n > 0 && n < 65_536, 'must be a port number from 1 to 65535')

const count = (least: number, most: number, otherwise: number) =>
  z
    .string()
    .default(String(otherwise))
    .transform(Number)
    .refine((n) => Number.isInteger(n) && n >= least && n <= most, `must be a whole number from ${least} to ${most}`)

const origin = (example: string) =>
  z
    .string()
    .refine((text) => /^https?:\/\/[^/?#\s]+\/?$/.test(text) && URL.canParse(text), {
      error: `must be http:// or https:// and a host, without a path, like ${example}`,
    })
    .transform((text) => new URL(text).origin)

const word = z.string().regex(/^\S+$/, 'must be one word')

const databaseUrl = z
  .string()
  .refine((text) => !throws(() => providerOf(text)), 'must begin with "file:" (SQLite) or "postgresql://"')
  .optional()

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

const schema = z.object({
  PORT: port,
  HOST: z.string().min(1, 'must not be empty').default('127.0.0.1'),
  SITE_URL: origin('https://news.example').optional(),
  DATABASE_URL: databaseUrl,
  DATA_DIR: z.string().min(1, 'must not be empty').default('./data'),
  SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  CLIENT_ADDRESS_HEADER: z
    .string()
    .regex(/^[a-z0-9-]+$/i, 'must be the name of a header, like x-forwarded-for')
    .transform((name) => name.toLowerCase())
    .optional(),
  CACHE_TAG_HEADER: z
    .string()
    .regex(/^[a-z0-9-]+$/i, 'must be the name of a header, like cache-tag')
    .transform((name) => name.toLowerCase())
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  PAGE_CACHE_MB: count(1, 65_536, 64),
  WEB_CONCURRENCY: count(1, 128, 1),
  BUILD_DIR: z.string().default('.next'),
  RUNS_JOBS: z.enum(['0', '1']).default('1'),
  DEMO: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  SMTP_URL: z
    .string()
    .refine((text) => /^smtps?:\/\/[^/?#\s]+\/?$/.test(text) && URL.canParse(text), {
      error:
        'must be smtp:// or smtps:// and a host, with name and password where it wants them, like smtps://name:password@mail.example:465',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n"]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/, {
      error: 'must be an e-mail address, or a name with one, like The Courier <newsroom@courier.example>',
    })
    .optional(),
  S3_ENDPOINT: origin('https://s3.example').optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket: 3 to 63 small letters, digits, hyphens')
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/i, 'must be the name of a region, like eu-central-1')
    .default('us-east-1'),
  S3_ACCESS_KEY_ID: word.optional(),
  S3_SECRET_ACCESS_KEY: word.optional(),
})

/** How an S3-compatible server is reached, and by which key: in the environment alone, and in no database. */
export type S3Settings = {
  /** Origin, without the bucket. */
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

export type Env = {
  port: number
  /** The address the server listens on. */
  host: string
  /** Origin of every absolute address, without a last slash. */
  siteUrl: string
  /** True when SITE_URL was set: only its host is answered then, else only the loopback names. */
  siteUrlSet: boolean
  databaseUrl: string
  /** Absolute. */
  dataDir: string
  /** Undefined: the one in dataDir/secret (lib/secret.ts). */
  secret: string | undefined
  /** Lower case; undefined: the socket's address is the reader's. */
  clientAddressHeader: string | undefined
  /** Lower case; undefined: no page says which tags it has. */
  cacheTagHeader: string | undefined
  /** What kept pages may take in each process. */
  pageCacheMb: number
  /** How many processes answer. */
  webConcurrency: number
  /** Absolute; where the pages were built. */
  buildDir: string
  /** True in the one of several processes that does what a site needs done once (server/lead.ts says which). */
  runsJobs: boolean
  /** Null: no mail is sent, and links are handed over by people. */
  mail: { smtpUrl: string; from: string } | null
  /** Null: files lie on this machine. */
  s3: S3Settings | null
  /** False only where DEMO=0 was set. */
  demo: boolean
  logLevel: (typeof LOG_LEVELS)[number]
}

/** Thrown with one line per setting that is wrong; the message is meant for the person who starts the site. */
export class EnvError extends Error {
  override name = 'EnvError'
}

const NOT_PRINTED = new Set(['SECRET', 'SMTP_URL', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])
const OF_S3 = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

/** Reads all that can be set. Empty values count as not set. Throws EnvError. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message }) => {
      const name = String(path[0])
      // A secret that is too short is still a secret, and a mail server's address has one in it.
      const value = NOT_PRINTED.has(name) ? '' : ` (it is "${given[name]}")`
      return `${name} ${message}${value}.`
    })
    throw new EnvError(lines.join('\n'))
  }
  const set = result.data
  if (set.SMTP_URL && !set.MAIL_FROM) {
    throw new EnvError('MAIL_FROM must be set where SMTP_URL is: the address that the newsroom’s mail comes from.')
  }
  const missing = OF_S3.filter((name) => set[name] === undefined)
  if (missing.length > 0 && missing.length < OF_S3.length) {
    throw new EnvError(missing.map((name) => `${name} must be set where others of S3 are.`).join('\n'))
  }
  const dataDir = resolve(set.DATA_DIR)
  return {
    port: set.PORT,
    host: set.HOST,
    siteUrl: set.SITE_URL ?? `http://localhost:${set.PORT}`,
    siteUrlSet: set.SITE_URL !== undefined,
    databaseUrl: set.DATABASE_URL ?? `file:${dataDir}/broadsheet.db`,
    dataDir,
    secret: set.SECRET,
    clientAddressHeader: set.CLIENT_ADDRESS_HEADER,
    cacheTagHeader: set.CACHE_TAG_HEADER,
    pageCacheMb: set.PAGE_CACHE_MB,
    webConcurrency: set.WEB_CONCURRENCY,
    buildDir: resolve(set.BUILD_DIR),
    runsJobs: set.RUNS_JOBS === '1',
    mail: set.SMTP_URL && set.MAIL_FROM ? { smtpUrl: set.SMTP_URL, from: set.MAIL_FROM } : null,
    s3: s3Of(set),
    demo: set.DEMO !== '0',
    logLevel: set.LOG_LEVEL,
  }
}

function s3Of(set: z.infer<typeof schema>): S3Settings | null {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = set
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = set
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return null
  return { endpoint, bucket, region, accessKeyId, secretAccessKey }
}

function throws(work: () => unknown): boolean {
  try {
    work()
    return false
  } catch {
    return true
  }
}

let parsed: Env | undefined

/** The settings of this process, read once. Throws EnvError. */
export function env(): Env {
  parsed ??= readEnv(process.env)
  return parsed
}
