import { z } from 'zod'

/** An article that stands where an editor put it, until its time there is over; null: until somebody takes it away. */
const placedSchema = z.object({ articleId: z.number().int(), until: z.iso.datetime().nullable() })
/** A block of the newest of a category; null: of everything. */
const sectionSchema = z.object({ categoryId: z.number().int().nullable(), count: z.number().int().min(1) })

/**
 * How editors have arranged the front. What is not said is as it is without them: no lead, the newest news leads; no
 * sections, the liveliest categories come first.
 */
export const arrangementSchema = z.object({
  lead: placedSchema.nullable(),
  /** Stand first beside the lead, in this order. */
  pins: z.array(placedSchema),
  sections: z.array(sectionSchema),
})
export type Arrangement = z.infer<typeof arrangementSchema>
export type Placed = Arrangement['pins'][number]
export type Section = Arrangement['sections'][number]

export const AUTOMATIC: Arrangement = { lead: null, pins: [], sections: [] }

export const MOST_PINS = 6
export const MOST_SECTIONS = 20
/** Fewer than an archive knows of its newest (lib/archives/keys.ts): some stand further up already. */
export const MOST_IN_SECTION = 8

/** One step of arranging. */
export type Change =
  | { do: 'lead' | 'pin'; placed: Placed }
  | { do: 'noLead' | 'noSections' }
  | { do: 'unpin'; articleId: number }
  | { do: 'section'; section: Section }
  | { do: 'noSection'; categoryId: number | null }
  | { do: 'move'; list: 'pins' | 'sections'; from: number; to: number }

/** The arrangement after a step; null where it leads nowhere: one pin too many, or a place that is not there. */
export function changedBy(was: Arrangement, change: Change): Arrangement | null {
  const { lead, pins, sections } = was
  const others = (articleId: number) => pins.filter((pin) => pin.articleId !== articleId)
  switch (change.do) {
    case 'lead':
      // Nothing stands twice.
      return { ...was, lead: change.placed, pins: others(change.placed.articleId) }
    case 'noLead':
      return { ...was, lead: null }
    case 'pin':
      return pinnedTo(was, change.placed)
    case 'unpin':
      return { ...was, pins: others(change.articleId) }
    case 'section':
      return withSection(was, change.section)
    case 'noSection':
      return { ...was, sections: sections.filter(({ categoryId }) => categoryId !== change.categoryId) }
    case 'noSections':
      return { ...was, sections: [] }
    case 'move': {
      const moved = movedIn<Placed | Section>(was[change.list], change.from, change.to)
      return moved && ({ lead, pins, sections, [change.list]: moved } as Arrangement)
    }
  }
}

function pinnedTo(was: Arrangement, placed: Placed): Arrangement | null {
  const isThere = was.pins.some(({ articleId }) => articleId === placed.articleId)
  const pins = isThere
    ? was.pins.map((pin) => (pin.articleId === placed.articleId ? placed : pin))
    : [...was.pins, placed]
  if (pins.length > MOST_PINS) return null
  return { ...was, pins, lead: was.lead?.articleId === placed.articleId ? null : was.lead }
}

function withSection(was: Arrangement, section: Section): Arrangement | null {
  const isThere = was.sections.some(({ categoryId }) => categoryId === section.categoryId)
  const sections = isThere
    ? was.sections.map((one) => (one.categoryId === section.categoryId ? section : one))
    : [...was.sections, section]
  return sections.length > MOST_SECTIONS ? null : { ...was, sections }
}

function movedIn<T>(list: readonly T[], from: number, to: number): T[] | null {
  const one = list[from]
  if (one === undefined || to < 0 || to >= list.length || from === to) return null
  const rest = list.filter((_, at) => at !== from)
  return [...rest.slice(0, to), one, ...rest.slice(to)]
}

/** False from the very moment on at which its time is over. */
export const isStanding = ({ until }: Placed, now: Date): boolean => until === null || new Date(until) > now
