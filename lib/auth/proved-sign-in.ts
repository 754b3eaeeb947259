import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * A session for somebody who has proved who they are: by a one-time link (links.ts) or a passkey (passkeys.ts). Called by
 * our own actions; like all of better-auth it has no address.
 */
export const provedSignIn = () => ({
  id: 'proved-sign-in',
  endpoints: {
    signInProved: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string().min(1) }), requireHeaders: true },
      async (ctx) => {
        const { internalAdapter } = ctx.context
        const user = await internalAdapter.findUserById(ctx.body.userId)
        const session = user && (await internalAdapter.createSession(user.id))
        if (!session) return ctx.json({ signedIn: false })
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ signedIn: true })
      },
    ),
  },
})
