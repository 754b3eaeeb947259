import { randomBytes } from 'node:crypto'
import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { writeSetting } from '@/lib/site/mutations'
import type { TellingForm } from './form'
import { TELLING_KEY, type TellingSettings } from './settings'
import { readTelling } from './tell-mutations'

const KEY_BYTES = 16

/** Says whom the site tells of its articles and from whom it hears. What was changed is in the audit log. */
export async function saveTelling(
  db: Database,
  form: TellingForm,
  viewer: Viewer,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'forbidden' }> {
  if (!may(viewer, 'settings.telling')) return { ok: false, reason: 'forbidden' }
  return transact(db, async (tx) => {
    const before = await readTelling(tx)
    const after: TellingSettings = {
      ...form,
      // Search engines remember it, so it stays the same however often this is switched off and on.
      indexNowKey: before.indexNowKey ?? (form.indexNow ? randomBytes(KEY_BYTES).toString('hex') : null),
    }
    await writeSetting(tx, TELLING_KEY, after)
    const names = Object.keys(form) as (keyof TellingForm)[]
    const details = Object.fromEntries(
      names.flatMap((name) => (before[name] === after[name] ? [] : [[name, after[name]]])),
    )
    await recordDone(tx, viewer, { act: 'settings.telling', details }, now)
    return { ok: true }
  })
}
