import { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { z } from 'zod'
import type { ArticleDocument } from '@/lib/documents/document'
import { type Attributes, markTypes, nodeTypes } from '@/lib/documents/node-types'
import { documentSchema } from '@/lib/documents/prosemirror-schema'
import { visibleText } from '@/lib/markup/characters'

const MAX_DEPTH = 60
const MAX_NODES = 200_000

const markSchema = z.discriminatedUnion(
  'type',
  eachOf(markTypes, (name, { attributes }) =>
    z.strictObject({ type: z.literal(name), attrs: attributesSchema(attributes) }),
  ),
)
const textSchema = z
  .string()
  .min(1)
  .refine((text) => text === visibleText(text), 'has characters that no text has')
const nodeSchema: z.ZodType = z.lazy(() => anyNode)
const anyNode = z.discriminatedUnion(
  'type',
  eachOf(nodeTypes, (name, { attributes }) =>
    z.strictObject({
      type: z.literal(name),
      attrs: attributesSchema(attributes),
      content: z.array(nodeSchema).optional(),
      marks: z.array(markSchema).optional(),
      text: name === 'text' ? textSchema : z.undefined().optional(),
    }),
  ),
)

export type DocumentReading = { ok: true; document: ArticleDocument } | { ok: false; reason: string }

/**
 * What may be written as an article's document: each node and mark known, its attributes sound, each where it may
 * stand. What comes from a browser is not to be trusted to be any of it. `reason` is for whoever looks into the log.
 */
export function parseDocument(input: unknown): DocumentReading {
  const excess = excessOf(input)
  if (excess !== null) return { ok: false, reason: excess }
  const shape = nodeSchema.safeParse(input)
  if (!shape.success) return { ok: false, reason: z.prettifyError(shape.error).slice(0, 500) }
  const document = shape.data as ArticleDocument
  if (document.type !== 'doc') return { ok: false, reason: 'is no document' }
  const misplaced = misplacedIn(document)
  return misplaced === null ? { ok: true, document } : { ok: false, reason: misplaced }
}

/** Before anything walks it by calling itself: is it deeper, or larger, than any text? */
function excessOf(input: unknown): string | null {
  let level: unknown[] = [input]
  let nodes = 0
  for (let depth = 0; level.length > 0; depth++) {
    nodes += level.length
    if (depth > MAX_DEPTH) return `is more than ${MAX_DEPTH} levels deep`
    if (nodes > MAX_NODES) return `has more than ${MAX_NODES} parts`
    level = level.flatMap((node) =>
      typeof node === 'object' && node !== null && 'content' in node && Array.isArray(node.content) ? node.content : [],
    )
  }
  return null
}

/** ProseMirror itself says whether each node is where it may be; it throws what is wrong. */
function misplacedIn(document: ArticleDocument): string | null {
  try {
    ProseMirrorNode.fromJSON(documentSchema, document).check()
    return null
  } catch (error) {
    if (error instanceof RangeError) return error.message
    throw error
  }
}

function attributesSchema(attributes: Attributes) {
  const shape = Object.entries(attributes).map(
    ([name, { check }]) => [name, z.unknown().refine(check, 'is not what it may be').optional()] as const,
  )
  return z.strictObject(Object.fromEntries(shape)).optional()
}

function eachOf<Type, Made>(
  types: ReadonlyMap<string, Type>,
  make: (name: string, type: Type) => Made,
): [Made, ...Made[]] {
  return Array.from(types, ([name, type]) => make(name, type)) as [Made, ...Made[]]
}
