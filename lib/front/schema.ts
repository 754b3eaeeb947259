import { z } from 'zod'
import { type Change, MOST_IN_SECTION } from './arrangement'

/** What the forms of the front may contain. Messages are keys of words (lib/i18n/front-en.ts). */
const version = z.coerce.number().int().min(0).max(2_000_000_000)
const id = z.coerce.number().int().positive().max(2_000_000_000)

export const chooseSchema = z.object({
  version,
  articleId: id.catch(0),
  /** What clocks of the site show; empty: until somebody takes it away. */
  until: z.string().max(40).default(''),
  as: z.enum(['lead', 'pin']),
})

export const sectionSchema = z.object({
  version,
  /** Empty: the newest of everything. */
  categoryId: z.preprocess((typed) => (typed === '' ? null : typed), id.nullable()),
  count: z.coerce.number().int().min(1, 'countWrong').max(MOST_IN_SECTION, 'countWrong'),
})

/** Which button was pressed: "noLead", "unpin 12", "noSection 3", "noSection all", "move pins 2 1". */
export const stepSchema = z.object({
  version,
  step: z.string().transform((pressed, context): Change => {
    const step = readStep(pressed)
    if (!step) context.addIssue({ code: 'custom', message: 'impossible' })
    return step ?? { do: 'noSections' }
  }),
})

function readStep(pressed: string): Change | null {
  const [, unpin] = /^unpin ([1-9]\d{0,8})$/.exec(pressed) ?? []
  if (unpin) return { do: 'unpin', articleId: Number(unpin) }
  const [, section] = /^noSection ([1-9]\d{0,8}|all)$/.exec(pressed) ?? []
  if (section) return { do: 'noSection', categoryId: section === 'all' ? null : Number(section) }
  const [, list, from, to] = /^move (pins|sections) (\d{1,2}) (\d{1,2})$/.exec(pressed) ?? []
  if (list) return { do: 'move', list: list === 'pins' ? 'pins' : 'sections', from: Number(from), to: Number(to) }
  return pressed === 'noLead' || pressed === 'noSections' ? { do: pressed } : null
}

export const discardSchema = z.object({ version })
export const publishSchema = z.object({ version, liveId: version })
export const restoreSchema = z.object({ id: version, liveId: version })
