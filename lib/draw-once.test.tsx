import type { ReactElement } from 'react'
import { expect, test, vi } from 'vitest'
import { drawnOnce } from './draw-once'
import { type PageContext, runInPageContext } from './page-context'

const whole = <html lang="en" />
const Inner = ({ of }: { of: string }) => <html lang={of} />
const Reading = async ({ of }: { of: string }) => <Inner of={of} />
const Broken = async (): Promise<ReactElement> => {
  throw new Error('the database is away')
}
const draw = async ({ type, props }: ReactElement) => JSON.stringify([type, props])
const contextWith = (drawing?: PageContext['draw']): PageContext => ({
  ...{ requestId: '', url: '/', clientAddress: '', queries: 0, tags: new Set() },
  ...(drawing && { draw: drawing }),
})

test('the door’s page is drawn once: Next has nothing left', async () => {
  const context = contextWith(draw)
  const left = await runInPageContext(context, () => drawnOnce(async () => <Reading of="fa" />)({}))
  expect(left).toBeNull()
  expect(context.html).toBe('["html",{"lang":"fa"}]')
})

test('without a door, or for one that draws nothing, the page is Next’s', async () => {
  const page = drawnOnce(async () => whole)
  expect(await page({})).toBe(whole)
  expect(await runInPageContext(contextWith(), () => page({}))).toBe(whole)
})

test('an answer that is no page is not drawn', async () => {
  const never = vi.fn(draw)
  const context = contextWith(never)
  expect(await runInPageContext(context, () => drawnOnce(async () => null)({}))).toBeNull()
  expect(never).not.toHaveBeenCalled()
  expect(context.html).toBeUndefined()
})

test('what a component throws on the way is thrown by the page', async () => {
  const page = drawnOnce(async () => <Broken />)
  await expect(runInPageContext(contextWith(draw), () => page({}))).rejects.toThrow('away')
})
