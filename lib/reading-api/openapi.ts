import { z } from 'zod'
import { ITEM_PARAMETERS, type Kind, LIST_PARAMETERS } from './parameters'
import { errorSchema, ITEMS, listSchema, NAMED } from './schemas'

type Json = Record<string, unknown>

const WORDS: Record<Kind, { one: string; list: string }> = {
  articles: { one: 'An article with its whole text', list: 'Articles, the newest first' },
  authors: { one: 'An author', list: 'Authors of published articles' },
  categories: { one: 'A category', list: 'Categories with published articles' },
  tags: { one: 'A tag', list: 'Tags of published articles' },
  comments: { one: 'A comment', list: 'Comments, the newest first' },
}

/** The description of /api/v1/ (OpenAPI 3.1), made from the schemas that its answers are made by. */
export function openApi(name: string, siteUrl: string): Json {
  const kinds = Object.keys(LIST_PARAMETERS) as Kind[]
  return {
    openapi: '3.1.0',
    info: {
      title: `${name}: reading API`,
      version: '1.0.0',
      description: 'What is published, as JSON. Every answer has an ETag and may be asked for from any site.',
    },
    servers: [{ url: `${siteUrl}/api/v1` }],
    paths: Object.fromEntries(kinds.flatMap(pathsOf)),
    components: { schemas: schemas() },
  }
}

function pathsOf(kind: Kind): [string, Json][] {
  const { one, list } = WORDS[kind]
  const tags = [kind]
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }
  return [
    [
      `/${kind}`,
      {
        get: {
          operationId: `list-${kind}`,
          summary: list,
          tags,
          parameters: parametersOf(LIST_PARAMETERS[kind]),
          responses: responses(jsonSchema(listSchema(ITEMS[kind])), ['400', '429']),
        },
      },
    ],
    [
      `/${kind}/{id}`,
      {
        get: {
          operationId: `get-${kind}`,
          summary: one,
          tags,
          parameters: [id, ...parametersOf(ITEM_PARAMETERS)],
          responses: responses(jsonSchema(ITEMS[kind]), ['400', '404', '429']),
        },
      },
    ],
  ]
}

const MEANING: Record<string, string> = {
  '400': 'A parameter cannot be read.',
  '404': 'There is none of that number that everybody may read.',
  '429': 'Asked too often; the header Retry-After says when to come back.',
}

const json = (schema: Json) => ({ 'application/json': { schema } })

function responses(schema: Json, refusals: string[]): Json {
  const refused = refusals.map((status) => [
    status,
    { description: MEANING[status], content: json(jsonSchema(errorSchema)) },
  ])
  return {
    200: { description: 'As it is now.', content: json(schema) },
    304: { description: 'What If-None-Match names is still so.' },
    ...Object.fromEntries(refused),
  }
}

function parametersOf(schema: z.ZodObject): Json[] {
  const { properties = {} } = z.toJSONSchema(schema) as { properties?: Record<string, Json> }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: 'query',
    required: false,
    ...(typeof description === 'string' && { description }),
    schema: rest,
  }))
}

const uri = (id: string) => `#/components/schemas/${id}`

/** By its name where it has one; else as it is, with those that have one by name in it. */
function jsonSchema(schema: z.ZodType): Json {
  const known = NAMED.get(schema)
  return known ? { $ref: uri(known.id) } : bare(inlined(schema))
}

/** A list is no schema of its own name: its items are. */
function inlined(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, {
    override: ({ zodSchema, jsonSchema: made }) => {
      const known = NAMED.get(zodSchema)
      if (!known) return
      for (const name of Object.keys(made)) delete made[name as keyof typeof made]
      made.$ref = uri(known.id)
    },
  }) as Json
}

function schemas(): Json {
  const { schemas: made } = z.toJSONSchema(NAMED, { uri })
  return Object.fromEntries(Object.entries(made).map(([id, schema]) => [id, bare(schema as Json)]))
}

const bare = ({ $schema: _, $id: __, id: ___, ...schema }: Json): Json => schema
