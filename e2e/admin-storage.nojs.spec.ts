import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type S3Server, startS3 } from '@/lib/testing/s3-server'
import { type SiteProcess, startSite } from '@/lib/testing/site-process'
import { drawing } from '@/lib/testing/uploads/material'
import { firstAdminUrl, PASSWORD } from './newsroom'
import { expect, test } from './site'

// A site with S3, beside the one of the other journeys.
let folder = ''
let dataDir = ''
let stored: SiteProcess
let s3: S3Server

test.describe.configure({ mode: 'serial', timeout: 120_000 })

test.beforeAll(async () => {
  test.setTimeout(120_000)
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-s3-'))
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-storage-'))
  s3 = await startS3(folder)
  const { endpoint, bucket, accessKeyId, secretAccessKey } = s3.settings
  stored = await startSite(dataDir, {
    ...{ DEMO: '0', S3_ENDPOINT: endpoint, S3_BUCKET: bucket },
    ...{ S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey },
  })
})

test.afterAll(async () => {
  await stored.stop()
  await s3.stop()
  for (const one of [folder, dataDir]) rmSync(one, { recursive: true, force: true })
})

test('an admin tries S3 out and chooses it, and what is uploaded comes from there while it is there', async ({
  page,
}) => {
  await page.goto(firstAdminUrl(dataDir))
  await page.getByLabel('Name').fill('Oda Fenwick')
  await page.getByLabel('E-mail address').fill('oda@courier.example')
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make the account' }).click()

  const settings = `${stored.url}/admin/settings/storage/`
  await page.goto(settings)
  await expect(page.getByText('All files are on the disk of this machine.')).toBeVisible()
  await expect(page.getByText(s3.settings.endpoint)).toBeVisible()
  expect(await page.content()).not.toContain(s3.settings.secretAccessKey)
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect(async () => {
    await page.goto(settings)
    await expect(page.getByText(/The last test: went well/)).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await page.getByLabel('S3', { exact: true }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Chosen. New files go there from now on.')).toBeVisible()
  await expect(page.getByText('All files are with S3.')).toBeVisible()

  const uploaded = await page.request.post(`${stored.url}/admin/media/upload/`, {
    headers: { origin: stored.url, 'x-file-name': 'boat.jpg', 'content-type': 'image/jpeg' },
    data: await drawing(700, 700, 400).jpeg().toBuffer(),
  })
  const { picture } = (await uploaded.json()) as { picture: { src: string } }
  const src = `${stored.url}${picture.src}`
  expect(s3.paths()).toContain(picture.src.slice('/media/'.length))
  expect(existsSync(join(dataDir, 'media')) ? readdirSync(join(dataDir, 'media')) : []).toEqual([])
  const whole = await page.request.get(src)
  expect([whole.status(), whole.headers()['content-type']]).toEqual([200, 'image/jpeg'])
  expect(whole.headers()['cache-control']).toContain('immutable')
  const part = await page.request.get(src, { headers: { range: 'bytes=0-99' } })
  expect([part.status(), (await part.body()).length]).toEqual([206, 100])

  await s3.stop()
  const away = await page.request.get(src)
  expect([away.status(), away.headers()['cache-control']]).toEqual([503, 'no-store'])
  expect((await page.request.get(`${stored.url}/`)).status()).toBe(200)
  const refused = await page.request.post(`${stored.url}/admin/media/upload/`, {
    headers: { origin: stored.url, 'x-file-name': 'quay.jpg', 'content-type': 'image/jpeg' },
    data: await drawing(701, 700, 400).jpeg().toBuffer(),
  })
  expect([refused.status(), await refused.json()]).toEqual([503, { ok: false, reason: 'away' }])
  await s3.start()
  await expect.poll(async () => (await page.request.get(src)).status()).toBe(200)
})
