import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { drawing } from '@/lib/testing/uploads/material'
import { archivePicture } from './archived-picture'
import { faults } from './axe'
import { enterAs } from './newsroom'
import { expect, sql, test } from './site'

test.describe.configure({ timeout: 240_000 })

const PATH = '/admin/media/upload/'
const ARCHIVED = '/wp-content/uploads/2019/05/slip.jpg'
/** Two processors may be busy with other things. */
const ARRIVES = { timeout: 45_000 }

let seed = (Math.floor(Date.now() / 1_000) % 100_000) + 300_000
const file = async (name: string, artist = 'Idris Vane') => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await drawing(++seed, 1_000, 600)
    .withExif({ IFD0: { Artist: artist } })
    .jpeg()
    .toBuffer(),
})

test('pictures come into the library, get their words and their point, take another’s place, and go', async ({
  page,
}) => {
  await enterAs(page, 'EDITOR')
  await page.goto('/admin/')
  await page.getByRole('navigation', { name: 'Newsroom' }).getByRole('link', { name: 'Media' }).click()
  const [ferry, quay] = [await file('ferry.jpg'), await file('quay.jpg')]
  const svg = { name: 'badge.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg onload="alert(1)"/>') }
  const add = async (...files: (typeof svg)[]) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose images…' }).click()
    await (await chooser).setFiles(files)
  }
  await add(ferry, svg, quay)
  const prints = page.locator('.print')
  await expect(prints.filter({ hasText: 'ferry.jpg' })).toContainText('Idris Vane', ARRIVES)
  await expect(prints.filter({ hasText: 'quay.jpg' })).toContainText('alt text missing')
  await expect(page.locator('.uploads')).toContainText('2 images were added.')
  await expect(page.locator('.uploads')).toContainText('An SVG drawing can carry scripts')
  await add({ ...quay, name: 'again.jpg' })
  await expect(page.locator('.uploads').getByRole('link', { name: 'again.jpg' })).toBeVisible(ARRIVES)

  // Arrows move as the prints lie.
  await page.goto('/admin/media/')
  await page.locator('.print .name').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.print .name').nth(1)).toBeFocused()

  await page.getByRole('link', { name: 'ferry.jpg' }).click()
  await expect(page.getByLabel('Credit')).toHaveValue('Idris Vane')
  const point = page.locator('.focal .point')
  await expect(point).toHaveAccessibleName(/^Focal point, 50%/)
  // Keys that come before the page's script is there are lost.
  await expect(async () => {
    await point.press('Shift+ArrowLeft', { timeout: 1_000 })
    await expect(page.getByLabel('From the left, in percent')).toHaveValue('40', { timeout: 1_000 })
  }).toPass()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByLabel('From the top, in percent')).toHaveValue('49')
  const square = page.locator('.crops [data-ratio="1x1"]')
  await expect(square).toHaveCSS('object-position', '25% 50%')
  const box = await page.locator('.focal img').boundingBox()
  await page.locator('.focal').click({ position: { x: (box?.width ?? 0) - 2, y: 5 } })
  await expect(square).toHaveCSS('object-position', '100% 50%')
  await page.getByLabel('Alt text', { exact: false }).first().fill('A white ferry')
  await page.getByLabel('Kind').selectOption('agency')
  await page.getByLabel('Last day on which it may be used').fill('2026-12-01')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  expect(await faults(page)).toEqual([])
  const [row] = sql<{ id: number; path: string; focalX: number }>(
    `SELECT id, path, focalX FROM Media WHERE originalName = 'ferry.jpg' ORDER BY id DESC LIMIT 1`,
  )
  expect(row?.focalX).toBeGreaterThan(0.98)

  // Another file, the same words; the old address leads to the new one.
  const replace = async (by: typeof svg) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose the new file…' }).click()
    await (await chooser).setFiles([by])
    await expect(page.getByText('The file was replaced.')).toBeVisible(ARRIVES)
  }
  await replace(await file('ferry-again.jpg'))
  await expect(page.locator('.facts')).toContainText('ferry-again.jpg')
  await expect(page.getByLabel('Alt text', { exact: false }).first()).toHaveValue('A white ferry')
  await expect
    .poll(async () => new URL((await page.request.get(row?.path ?? '')).url()).pathname, ARRIVES)
    .not.toBe(row?.path)

  // So do those of a picture that came with an archive, and of the sizes that WordPress had made of it.
  await archivePicture(ARCHIVED)
  const sized = ARCHIVED.replace('.jpg', '-300x200.jpg')
  for (const path of [ARCHIVED, sized]) expect((await page.request.get(path, { maxRedirects: 0 })).status()).toBe(200)
  await page.goto('/admin/media/?words=slip')
  await page.locator('.print .name').click()
  await replace(await file('slip-again.jpg'))
  const [slip] = sql<{ path: string }>(`SELECT path FROM Media WHERE originalName = 'slip-again.jpg'`)
  for (const path of [ARCHIVED, sized]) {
    const asked = async () => {
      const answer = await page.request.get(path, { maxRedirects: 0 })
      return [answer.status(), new URL(answer.headers().location ?? '/', process.env.BASE_URL).pathname]
    }
    await expect.poll(asked, ARRIVES).toEqual([301, slip?.path])
  }
  expect((await page.request.get(ARCHIVED)).headers()['content-type']).toBe('image/jpeg')

  await page.goto('/admin/media/?view=ends')
  await page.getByRole('combobox', { name: 'Rights' }).selectOption('agency')
  await page.getByRole('searchbox').fill('white FERRY')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await expect(page.locator('.print')).toHaveCount(1)
  await page.locator('.print .name').click()
  await page.getByRole('button', { name: 'Delete the file' }).click()
  await expect(page.getByText('The file was deleted.')).toBeVisible()
})

test('what broke off goes on where it stopped, and is one picture', async ({ page }) => {
  await enterAs(page, 'EDITOR')
  const { buffer } = await file('broken.jpg')
  const origin = process.env.BASE_URL ?? ''
  const named = { origin, 'x-file-name': 'broken.jpg', 'x-upload-id': `journey-${seed}` }
  const send = (headers: Record<string, string>, data?: Buffer) =>
    page.request.post(PATH, { headers: { ...named, ...headers }, ...(data && { data }) })
  const cookies = await page.context().cookies()
  const half = Math.floor(buffer.length / 2)
  const first = request(`${origin}${PATH}`, {
    method: 'POST',
    headers: {
      ...named,
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      'content-length': buffer.length,
    },
  })
  first.on('error', () => undefined)
  first.write(buffer.subarray(0, half))
  const [part] = await expectPart(half)
  first.destroy()
  const asked = await send({ 'x-upload-ask': '1' })
  expect([part, await asked.json()]).toEqual([half, { ok: true, offset: half }])
  const wrong = await send({ 'x-upload-offset': '1' }, buffer.subarray(1))
  expect([wrong.status(), await wrong.json()]).toEqual([409, { ok: false, reason: 'offset' }])
  const rest = await send({ 'x-upload-offset': String(half) }, buffer.subarray(half))
  expect(await rest.json()).toMatchObject({ ok: true, isKnown: false, picture: { width: 1000, credit: 'Idris Vane' } })
  const hash = createHash('sha256').update(buffer).digest('hex')
  expect(sql('SELECT id FROM Media WHERE hash = ?', hash)).toHaveLength(1)
  expect(await (await send({ 'x-upload-ask': '1' })).json()).toEqual({ ok: true, offset: 0 })
})

/** Waits until so much of some file that is coming in is on the disk. */
async function expectPart(bytes: number): Promise<number[]> {
  const folder = join(process.env.SITE_DATA_DIR ?? '', 'incoming')
  const sizes = () =>
    readdirSync(folder)
      .filter((name) => name.startsWith('part-'))
      .map((name) => statSync(join(folder, name, 'received'), { throwIfNoEntry: false })?.size ?? 0)
  await expect.poll(() => (existsSync(folder) ? sizes() : [])).toContain(bytes)
  return sizes().filter((size) => size === bytes)
}
