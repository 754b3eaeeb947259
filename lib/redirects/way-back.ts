import { z } from 'zod'
import { readTyped, type Typed } from './typed'

export const id = z.coerce.number().int().positive().max(2_000_000_000)
const line = z.string().max(4_000, 'toWrong').default('')
/** What forms send of a redirect. */
export const typed = { from: line, to: line, status: z.string().max(10).default('301') }

/** How to take back what was just done: sent along with the answer, and checked as if it had been typed. */
export const undoSchema = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('remove'), id }),
  z.object({ verb: z.literal('save'), id: id.nullable(), ...typed }),
])
type Undo = z.input<typeof undoSchema>

const wayBack = (undo: Undo): { undo?: string } => ({ undo: JSON.stringify(undo) })

export const removing = (id: number) => wayBack({ verb: 'remove', id })

/** Nothing where it could not be typed again: no way back is better than one that is refused. */
export const saving = (id: number | null, before: Typed, siteUrl: string) =>
  readTyped(before, siteUrl).ok ? wayBack({ verb: 'save', id, ...before }) : {}
