import { prismaAdapter } from '@better-auth/prisma-adapter'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { providerOf } from '@/lib/database/provider'
import type { Database } from '@/lib/db'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { keyedHash } from '@/lib/secret'
import { cookieRules } from './cookie-rules'
import { hashedSessions } from './hashed-sessions'
import { newId } from './ids'
import { PASSWORD_MAX, PASSWORD_MIN } from './password'
import { provedSignIn } from './proved-sign-in'

const DAY_SECONDS = 86_400
/** However often it is used, a session ends after so long. */
const SESSION_DAYS = 30
/** In the header that carries the reader's address, as the door trusts it, to better-auth. */
export const ADDRESS_HEADER = 'x-newsroom-address'

const hidden = { required: false, input: false } as const

function make(db: Database) {
  const { siteUrl, databaseUrl } = env()
  const { prefix, secure } = cookieRules(siteUrl)
  return betterAuth({
    appName: 'Broadsheet',
    baseURL: siteUrl,
    secret: keyedHash('better-auth', 'secret'),
    database: hashedSessions(prismaAdapter(db, { provider: providerOf(databaseUrl) })),
    // Its endpoints are mounted nowhere: they are called by our own actions alone, which count the tries themselves.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log().error({ from: 'better-auth' }, message) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      additionalFields: {
        role: { type: 'string', ...hidden },
        locale: { type: 'string', ...hidden },
        authorId: { type: 'number', ...hidden },
        deactivatedAt: { type: 'date', ...hidden },
        lastSignInAt: { type: 'date', ...hidden },
      },
    },
    session: {
      expiresIn: SESSION_DAYS * DAY_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: { confirmedAt: { type: 'date', ...hidden }, seenAt: { type: 'date', ...hidden } },
    },
    verification: { storeIdentifier: 'hashed' },
    plugins: [provedSignIn(), twoFactor({ issuer: 'Broadsheet', accountLockout: { enabled: false } })],
    databaseHooks: {
      session: {
        create: {
          /** Who proves who they are gets a session; a person who was deactivated gets none, by whatever way they come. */
          async before(session) {
            const user = await db.user.findUnique({ where: { id: session.userId }, select: { deactivatedAt: true } })
            if (!user || user.deactivatedAt) return false
            const now = new Date()
            return { data: { ...session, confirmedAt: now, seenAt: now } }
          },
        },
      },
    },
    advanced: {
      cookiePrefix: prefix,
      useSecureCookies: false, // else it writes __Secure- before our own prefix; `secure` is set below
      defaultCookieAttributes: { httpOnly: true, secure, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: newId },
    },
  })
}

export type Auth = ReturnType<typeof make>

const made = new WeakMap<Database, Auth>()

/** better-auth on this database: hashes, sessions, second factors. Made at the first need. */
export function authFor(db: Database): Auth {
  const known = made.get(db)
  if (known) return known
  const auth = make(db)
  made.set(db, auth)
  return auth
}
