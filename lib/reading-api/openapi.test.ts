import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { openApi } from './openapi'
import { LIST_PARAMETERS } from './parameters'

const document = () => openApi('The Courier', 'https://news.example')
/** It changes what it is given. */
const check = (one: Record<string, unknown>) => new Validator().validate(structuredClone(one))

test('the description is a valid one, and has every address', async () => {
  const { paths } = document() as { paths: Record<string, unknown> }
  expect(await check(document())).toEqual({ valid: true })
  expect(Object.keys(paths)).toEqual(Object.keys(LIST_PARAMETERS).flatMap((kind) => [`/${kind}`, `/${kind}/{id}`]))
})

test('every schema that is named is there', () => {
  const text = JSON.stringify(document())
  const { components } = document() as { components: { schemas: Record<string, unknown> } }
  const named = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name))
  expect([...named].filter((name) => !components.schemas[name ?? ''])).toEqual([])
  expect([...named].sort()).toEqual(Object.keys(components.schemas).sort())
  expect(text).toContain('"description":"As it was written."')
})

test('planted: a description that is none is seen', async () => {
  const { paths: _, info, ...rest } = document()
  const broken = { info, paths: { '/articles': { get: { parameters: [{ name: 'x' }] } } } }
  for (const one of [rest, { ...rest, ...broken }]) expect((await check(one)).valid).toBe(false)
})
