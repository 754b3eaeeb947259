'use server'

import { runAction } from '@/lib/auth/action'
import { linkAddress } from '@/lib/auth/links'
import { env } from '@/lib/env'
import { adminWordsFor } from '@/lib/i18n/admin-words'
import { mailIsSet } from '@/lib/mail/mutations'
import { getSiteFacts } from '@/lib/site/facts'
import { eraseAccount } from './erase-mutations'
import {
  changeRole,
  deactivatePerson,
  endSessions,
  invitePerson,
  makeResetLink,
  reactivatePerson,
  removeSecondFactor,
  takeInvitationBack,
} from './mutations'
import { erasePersonSchema, invitationSchema, inviteSchema, personSchema, roleSchema, sessionSchema } from './schema'

export async function inviteAction(form: FormData): Promise<void> {
  const what = { form: 'invite', act: 'people.invite', schema: inviteSchema } as const
  await runAction(what, form, async (input, { db, session, now }) => {
    const byMail = mailIsSet()
    const result = await invitePerson(db, { ...input, byMail }, session.viewer, now)
    if (!result.ok) return result
    if (byMail) return { ok: true, done: 'invited' }
    return { ok: true, shown: { link: linkAddress(env().siteUrl, result.token), email: input.email } }
  })
}

export async function takeInvitationBackAction(form: FormData): Promise<void> {
  const what = { form: 'invitations', act: 'people.invite', schema: invitationSchema } as const
  await runAction(what, form, async (input, { db, session, now }) => {
    const result = await takeInvitationBack(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'takenBack' } : result
  })
}

export async function changeRoleAction(form: FormData): Promise<void> {
  const what = { form: 'person', act: 'people.changeRole', schema: roleSchema } as const
  await runAction(what, form, async (input, { db, session, now }) => {
    const result = await changeRole(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'roleChanged' } : about(input, result)
  })
}

export async function deactivateAction(form: FormData): Promise<void> {
  const what = { form: 'person', act: 'people.deactivate', schema: personSchema } as const
  await runAction(what, form, async (input, { db, session, now }) => {
    const result = await deactivatePerson(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'deactivated' } : about(input, result)
  })
}

export async function reactivateAction(form: FormData): Promise<void> {
  const what = { form: 'person', act: 'people.deactivate', schema: personSchema } as const
  await runAction(what, form, async (input, { db, session, now }) => {
    const result = await reactivatePerson(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'reactivated' } : about(input, result)
  })
}

export async function eraseAccountAction(form: FormData): Promise<void> {
  const what = { form: 'person', act: 'people.erase', schema: erasePersonSchema } as const
  await runAction(what, form, async ({ userId }, { db, session, now }) => {
    const { peoplePage, commentsPage } = adminWordsFor((await getSiteFacts(db)).site.locale)
    const erasing = { userId, former: peoplePage.former, anonymous: commentsPage.anonymous }
    const result = await eraseAccount(db, erasing, session.viewer, now)
    return result.ok ? { ok: true, done: 'accountErased' } : about({ userId }, result)
  })
}

export async function makeResetLinkAction(form: FormData): Promise<void> {
  const what = { form: 'person', act: 'people.resetPassword', schema: personSchema } as const
  await runAction(what, form, async (input, { db, session, now }) => {
    const result = await makeResetLink(db, input, session.viewer, now)
    return result.ok ? { ok: true, shown: { link: linkAddress(env().siteUrl, result.token) } } : about(input, result)
  })
}

export async function removeSecondFactorAction(form: FormData): Promise<void> {
  const what = { form: 'person', act: 'people.removeSecondFactor', schema: personSchema } as const
  await runAction(what, form, async (input, { db, session, now }) => {
    const result = await removeSecondFactor(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'secondFactorRemoved' } : about(input, result)
  })
}

/** A refusal with whom it was about, for the audit log. */
const about = <R extends { ok: false }>({ userId }: { userId: string }, refused: R) => ({
  ...refused,
  object: `user:${userId}`,
})

export async function endSessionsAction(form: FormData): Promise<void> {
  const what = { form: 'person', act: 'people.endSessions', schema: sessionSchema } as const
  await runAction(what, form, async (input, { db, session, now }) => {
    const result = await endSessions(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'sessionsEnded' } : about(input, result)
  })
}
