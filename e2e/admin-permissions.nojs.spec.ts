import type { APIRequestContext, APIResponse, Page } from '@playwright/test'
import type { Role } from '@/generated/sqlite/enums'
import { type Act, may, ROLES } from '@/lib/auth/permissions'
import { enterAs } from './newsroom'
import { newsroomPages } from './newsroom-pages'
import { expect, sql, test } from './site'

// Over HTTP, past every page and button: whoever is signed in sends what an admin's pages would send.
test.describe.configure({ timeout: 120_000 })

const origin = () => process.env.BASE_URL ?? ''

/** Every page with the act that opens it, and what each kind of visitor is answered. */
test('every page of the newsroom opens to those whose role may, and to nobody else', async ({ page, request }) => {
  for (const { path } of newsroomPages) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect([path, answer.status(), answer.headers().location]).toEqual([path, 303, loginFor(path)])
  }
  for (const role of ROLES) {
    await page.context().clearCookies()
    await enterAs(page, role)
    for (const { path, act } of newsroomPages) {
      const answer = await page.request.get(path, { maxRedirects: 0 })
      expect([role, path, answer.status()]).toEqual([role, path, may({ role }, act, 'own') ? 200 : 403])
      // Next's own way to ask for a page's data is no way around.
      const data = await page.request.get(`${path}?_rsc=abc12`, { headers: { rsc: '1' } })
      expect([role, path, data.status()]).toEqual([role, path, may({ role }, act, 'own') ? 200 : 403])
      expect(answer.headers()['cache-control']).toBe('no-store')
    }
  }
})

const loginFor = (path: string) => (path === '/admin/' ? '/login/' : `/login/?next=${encodeURIComponent(path)}`)

test('headers that once steered Next past its checks open nothing', async ({ request }) => {
  const headers = [
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    { 'next-resume': '1' },
    { 'x-nextjs-data': '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
    { 'x-forwarded-host': 'evil.example' },
    { cookie: '__Host-newsroom.session_token=made.up' },
  ]
  for (const sent of headers) {
    const answer = await request.get('/admin/people/', { headers: sent, maxRedirects: 0 })
    // 307: Next wants its own mark in the address of such a question first.
    expect([sent, [303, 307].includes(answer.status())]).toEqual([sent, true])
    expect(await answer.text()).not.toContain('ellerhaven.example')
  }
  for (const path of [
    '/%61dmin/people/',
    '/admin/./people/',
    '/admin/x/../people/',
    '/admin//people/',
    '/Admin/people/',
  ]) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect(await answer.text()).not.toContain('wilhelmina.strake')
  }
})

type Sent = { name: string; act: Act; button: string; page: string; fields: Record<string, string> }

/** What an admin's page would send for each act, of a person and of ids that were guessed. */
function sentBy(userId: string): Sent[] {
  const people = '/admin/people/'
  return [
    {
      name: 'invite',
      act: 'people.invite',
      button: 'Make the invitation',
      page: people,
      fields: { name: 'Eve', email: `eve.${Date.now()}@courier.example`, role: 'ADMIN' },
    },
    { name: 'role', act: 'people.changeRole', button: 'Change role', page: people, fields: { userId, role: 'ADMIN' } },
    {
      name: 'reset',
      act: 'people.resetPassword',
      button: 'Make a link for a new password',
      page: people,
      fields: { userId },
    },
    {
      name: 'sessions',
      act: 'people.endSessions',
      button: 'Sign out everywhere',
      page: people,
      fields: { userId, sessionId: '' },
    },
    { name: 'deactivate', act: 'people.deactivate', button: 'Deactivate', page: people, fields: { userId } },
    {
      name: 'erase',
      act: 'people.erase',
      button: 'Erase the account',
      page: people,
      fields: { userId, sure: 'on' },
    },
    { name: 'reactivate', act: 'people.deactivate', button: 'Let', page: people, fields: { userId } },
  ]
}

/** The name of the action behind a button, as its form sends it. */
async function actionOf(admin: Page, { page, button }: Sent): Promise<string> {
  await admin.goto(page)
  const form = admin.locator('form', { has: admin.locator('button', { hasText: button }) }).first()
  const names = await form
    .locator('input[type=hidden]')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('name')))
  return names.find((name) => name?.startsWith('$ACTION_ID_')) ?? ''
}

const post = (
  request: APIRequestContext,
  path: string,
  multipart: Record<string, string>,
  headers = {},
): Promise<APIResponse> => request.post(path, { multipart, headers: { origin: origin(), ...headers }, maxRedirects: 0 })

test('every act of the people page, sent past the page, by every role and from outside', async ({ page, browser }) => {
  const admin = await browser.newPage({ javaScriptEnabled: false })
  await enterAs(admin, 'ADMIN')
  const [target] = sql<{ id: string }>(`SELECT id FROM User WHERE role = 'CONTRIBUTOR'`)
  const [spare] = sql<{ id: string; role: Role }>(`SELECT id, role FROM User WHERE role = 'AUTHOR'`)
  if (!target || !spare) throw new Error('the demo newsroom is not there')
  // Deactivated for a moment, so that the form that undoes it is on the page.
  sql(`UPDATE User SET deactivatedAt = '2026-01-01T00:00:00.000+00:00' WHERE id = ?`, spare.id)
  const actions = new Map<string, string>()
  for (const sent of sentBy(target.id)) {
    const action = await actionOf(admin, sent)
    expect([sent.name, action]).toEqual([sent.name, expect.stringContaining('$ACTION_ID_')])
    actions.set(sent.name, action)
  }
  sql('UPDATE User SET deactivatedAt = NULL WHERE id = ?', spare.id)
  const before = everybody()
  const links = sql('SELECT id FROM OneTimeLink WHERE kind <> ?', 'SIGN_IN').length

  for (const role of ROLES.filter((role) => role !== 'ADMIN')) {
    await page.context().clearCookies()
    await enterAs(page, role)
    for (const userId of [target.id, 'guessed', '']) {
      for (const { name, act, fields } of sentBy(userId)) {
        // From a page that the role may open, as whoever copies a form would send it.
        for (const path of ['/admin/account/', '/admin/people/']) {
          const answer = await post(page.request, path, { [actions.get(name) ?? '']: '', ...fields })
          // An action is not even there on a page that does not draw it.
          const status = path === '/admin/people/' ? 403 : 409
          expect([role, name, path, answer.status()]).toEqual([role, name, path, status])
          const byScript = await page.request.post(path, {
            data: '[]',
            headers: {
              origin: origin(),
              'content-type': 'text/plain;charset=UTF-8',
              'next-action': (actions.get(name) ?? '').slice(11),
            },
          })
          expect([role, name, byScript.ok() && (await byScript.text()).includes('token=')]).toEqual([role, name, false])
        }
        expect(may({ role }, act, 'own')).toBe(false)
      }
    }
  }
  const outside = await browser.newPage({ javaScriptEnabled: false })
  for (const { name, fields } of sentBy(target.id)) {
    const answer = await post(outside.request, '/admin/people/', { [actions.get(name) ?? '']: '', ...fields })
    expect([name, answer.status(), answer.headers().location]).toEqual([name, 303, loginFor('/admin/people/')])
  }
  expect(everybody()).toEqual(before)
  expect(sql('SELECT id FROM OneTimeLink WHERE kind <> ?', 'SIGN_IN')).toHaveLength(links)
  const refused = sql<{ count: number }>(
    `SELECT count(*) AS count FROM AuditEvent WHERE result = 'REFUSED' AND act LIKE 'people.%'`,
  )
  expect(refused[0]?.count).toBeGreaterThan(50)
  await outside.close()
  await admin.close()
})

const everybody = () => sql('SELECT id, email, role, deactivatedAt FROM User ORDER BY id')

test('an admin whose last proof is old is asked again, before the page and before the act', async ({ page }) => {
  await enterAs(page, 'ADMIN')
  const sent = sentBy('nobody')[0]
  if (!sent) throw new Error('nothing to send')
  const action = await actionOf(page, sent)
  sql(`UPDATE Session SET confirmedAt = '2026-01-01T00:00:00.000+00:00'`)
  const asked = await page.request.get('/admin/people/', { maxRedirects: 0 })
  expect([asked.status(), asked.headers().location]).toEqual([303, '/admin/confirm/?next=%2Fadmin%2Fpeople%2F'])
  const answer = await post(page.request, '/admin/people/', { [action]: '', ...sent.fields })
  expect([answer.status(), answer.headers().location]).toEqual([303, '/admin/confirm/?next=%2Fadmin%2Fpeople%2F'])
  expect(sql('SELECT id FROM OneTimeLink WHERE email = ?', sent.fields.email ?? '')).toEqual([])
})

test('a form of the newsroom that another website sends is refused, with a session and all', async ({ page }) => {
  await enterAs(page, 'ADMIN')
  const [sent] = sentBy('nobody')
  if (!sent) throw new Error('nothing to send')
  const multipart = { [await actionOf(page, sent)]: '', ...sent.fields }
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    const answer = await post(page.request, '/admin/people/', multipart, headers)
    expect([headers, answer.status()]).toEqual([headers, 403])
    expect(await answer.text()).toContain('another website')
  }
  expect(sql('SELECT id FROM OneTimeLink WHERE email = ?', sent.fields.email ?? '')).toEqual([])
  const get = await page.request.get(`/admin/people/?${new URLSearchParams(multipart)}`)
  expect(get.ok()).toBe(true)
  expect(sql('SELECT id FROM OneTimeLink WHERE email = ?', sent.fields.email ?? '')).toEqual([])
})

test('a session of somebody else cannot be ended, by whatever id', async ({ page, browser }) => {
  const admin = await browser.newPage({ javaScriptEnabled: false })
  await enterAs(admin, 'ADMIN')
  await enterAs(page, 'EDITOR')
  await page.goto('/admin/account/')
  const other = await browser.newPage({ javaScriptEnabled: false })
  await enterAs(other, 'EDITOR')
  const sent = { name: '', act: 'account.edit', button: 'Sign out there', page: '/admin/account/', fields: {} } as const
  const action = await actionOf(page, sent)
  const [session] = sql<{ id: string }>(
    `SELECT Session.id FROM Session JOIN User ON User.id = userId WHERE role = 'ADMIN' ORDER BY Session.createdAt DESC`,
  )
  const answer = await post(page.request, '/admin/account/', { [action]: '', sessionId: session?.id ?? '' })
  expect(answer.status()).toBe(422)
  expect((await admin.goto('/admin/'))?.status()).toBe(200)
  await other.close()
  await admin.close()
})
