'use server'

import { z } from 'zod'
import type { Prisma } from '@/generated/sqlite/client'
import { startMoving } from '@/lib/articles/moving/mutations'
import { PATH_PATTERNS } from '@/lib/articles/paths'
import { runAction } from '@/lib/auth/action'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { askForTestLetter } from '@/lib/mail/test-mutations'
import { chooseStorage } from '@/lib/storage/setting-mutations'
import { STORAGE_PLACES } from '@/lib/storage/settings'
import { askForStorageTest } from '@/lib/storage/test-mutations'
import {
  commentsForm,
  figuresForm,
  filesForm,
  frontForm,
  generalForm,
  policiesForm,
  policiesInForm,
  robotsForm,
  securityForm,
  socialForm,
} from './setting-forms'
import { type SettingKey, saveSetting } from './setting-mutations'
import { missingPages } from './setting-queries'

const act = 'settings.edit'
type Context = { db: Database; session: { viewer: Viewer }; now: Date }

const save =
  (key: SettingKey) =>
  async (values: Prisma.InputJsonObject, { db, session, now }: Context) => {
    const result = await saveSetting(db, key, values, session.viewer, now)
    if (!result.ok) return { ...result, object: `setting:${key}` }
    return { ok: true as const, done: result.changed.length ? 'saved' : 'unchanged' }
  }

export async function saveGeneralAction(form: FormData): Promise<void> {
  await runAction({ form: 'general', act, schema: generalForm }, form, save('site'))
}

export async function saveCommentsAction(form: FormData): Promise<void> {
  await runAction({ form: 'comments', act, schema: commentsForm }, form, save('comments'))
}

export async function saveFrontSettingsAction(form: FormData): Promise<void> {
  await runAction({ form: 'front', act, schema: frontForm }, form, save('front'))
}

export async function saveSocialAction(form: FormData): Promise<void> {
  await runAction({ form: 'social', act, schema: socialForm }, form, save('social'))
}

export async function saveFiguresAction(form: FormData): Promise<void> {
  await runAction({ form: 'figures', act, schema: figuresForm }, form, save('figures'))
}

export async function savePoliciesAction(form: FormData): Promise<void> {
  await runAction({ form: 'policies', act, schema: policiesForm }, form, async (values, { db, session, now }) => {
    if ((await missingPages(db, Object.values(values))).length) return { ok: false, reason: 'pageMissing' }
    const result = await saveSetting(db, 'policies', values, session.viewer, now, { replaces: true })
    if (!result.ok) return { ...result, object: 'setting:policies' }
    return { ok: true, done: result.changed.length ? 'saved' : 'unchanged' }
  })
}

export async function savePoliciesInAction(form: FormData): Promise<void> {
  const name = `policies-${String(form.get('language'))}`
  await runAction({ form: name, act, schema: policiesInForm }, form, async ({ language, ...values }, context) => {
    if ((await missingPages(context.db, Object.values(values))).length) return { ok: false, reason: 'pageMissing' }
    return save('policiesIn')({ [language]: values }, context)
  })
}

export async function saveRobotsAction(form: FormData): Promise<void> {
  await runAction({ form: 'robots', act, schema: robotsForm }, form, save('crawlers'))
}

export async function saveFilesAction(form: FormData): Promise<void> {
  await runAction({ form: 'files', act, schema: filesForm }, form, save('crawlers'))
}

export async function saveSecurityAction(form: FormData): Promise<void> {
  // What was left out is not said: JSON has no word for it.
  const schema = securityForm.transform((said) => JSON.parse(JSON.stringify(said)) as Prisma.InputJsonObject)
  await runAction({ form: 'security', act, schema }, form, save('crawlers'))
}

export async function testMailAction(form: FormData): Promise<void> {
  await runAction({ form: 'mail', act, schema: z.object({}) }, form, async (_, { db, session, now }) => {
    const result = await askForTestLetter(db, session.viewer, now)
    return result.ok ? { ok: true, done: 'testAsked' } : result
  })
}

export async function chooseStorageAction(form: FormData): Promise<void> {
  const schema = z.object({ at: z.enum(STORAGE_PLACES, 'chooseOne') })
  await runAction({ form: 'storage', act, schema }, form, async ({ at }, { db, session, now }) => {
    const result = await chooseStorage(db, at, session.viewer, now)
    if (!result.ok) return { ...result, object: 'setting:storage' }
    return { ok: true, done: result.changed ? 'storageChosen' : 'unchanged' }
  })
}

export async function testStorageAction(form: FormData): Promise<void> {
  await runAction({ form: 'storageTest', act, schema: z.object({}) }, form, async (_, { db, session, now }) => {
    const result = await askForStorageTest(db, session.viewer, now)
    return result.ok ? { ok: true, done: 'storageAsked' } : result
  })
}

export async function usePatternAction(form: FormData): Promise<void> {
  const schema = z.object({ pattern: z.enum(PATH_PATTERNS, 'chooseOne'), which: z.enum(['new', 'all'], 'chooseOne') })
  await runAction({ form: 'pattern', act, schema }, form, async ({ pattern, which }, { db, session, now }) => {
    // While others move, nothing is saved by halves.
    if (which === 'all') {
      const started = await startMoving(db, { pattern }, session.viewer, now)
      if (!started.ok) return started
    }
    const result = await saveSetting(db, 'site', { pathPattern: pattern }, session.viewer, now)
    if (!result.ok) return { ...result, object: 'setting:site' }
    return { ok: true, done: which === 'all' ? 'moving' : 'patternSet' }
  })
}
