import type { Page } from '@playwright/test'
import { command, expect, test } from './site'

const ARTICLE = '/the-night-library/'

/** People of the demo newsroom whose comments were approved before: others in each of the two runs. */
const known = (run: string) =>
  run === 'script'
    ? (['Isolde Wintergrass', 'Zebedee Foss', 'Theodora Minch'] as const)
    : (['Winnifred Garnet-Pell', 'Valentine Oakapple', 'Thessaly Brandreth'] as const)
const emailOf = (name: string) => `${name.toLowerCase().replace(/\W+/g, '.')}@ellerhaven.example`

type Words = { comment: string; author: string; email: string; url?: string }

async function fill(page: Page, { comment, author, email, url = '' }: Words) {
  await page.getByRole('textbox', { name: 'Comment' }).fill(comment)
  await page.getByRole('textbox', { name: 'Name' }).fill(author)
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
  await page.getByRole('textbox', { name: 'Website' }).fill(url)
}

/** Sends the form past the browser's own checks, and answers the status of the post. */
async function send(page: Page): Promise<number> {
  await page.locator('#commentform').evaluate((form: HTMLFormElement) => {
    form.noValidate = true
  })
  const posted = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Post Comment' }).click()
  return (await posted).status()
}

test('a first comment is held and shown to its writer alone, until somebody approves it', async ({ page, browser }, {
  project,
}) => {
  const comment = `I have read here until two (${project.name}).`
  const email = `ned.${project.name.replace(' ', '-')}@ellerhaven.example`
  await page.goto(ARTICLE)
  await fill(page, { comment, author: 'Ned Quillfeather', email })
  expect(await send(page)).toBe(303)
  await expect(page.getByText('Your comment is awaiting moderation.')).toBeVisible()
  await expect(page.getByText(comment)).toBeVisible()

  const other = await browser.newPage()
  await other.goto(ARTICLE)
  await expect(other.getByText(comment)).toHaveCount(0)

  const listed = command('scripts/comments.ts', 'list').split('\n')
  const id = listed[listed.findIndex((line) => line.includes(comment)) - 1]?.split(' ')[0] ?? ''
  expect(command('scripts/comments.ts', 'approve', id)).toContain(`approve: ${id}`)
  await other.goto(ARTICLE)
  await expect(other.getByText(comment)).toBeVisible()
  await other.close()
})

test('somebody known is published at once, at an address that stays', async ({ page }, { project }) => {
  const [author] = known(project.name)
  const comment = `And again the next night (${project.name}).`
  await page.goto(ARTICLE)
  await fill(page, { comment, author, email: emailOf(author) })
  await send(page)
  await expect(page).toHaveURL(/\/the-night-library\/#comment-\d+$/)
  await expect(page.getByText('awaiting moderation')).toHaveCount(0)
  await expect(page.locator(new URL(page.url()).hash)).toContainText(comment)
})

test('refused words come back with a message beside each field', async ({ page }) => {
  await page.goto(ARTICLE)
  await fill(page, { comment: 'Words I would not want to lose.', author: '   ', email: 'ned.quillfeather@' })
  expect(await send(page)).toBe(422)
  await expect(page.getByRole('alert')).toContainText('2 fields need a look: your name and your email address.')
  // Below a long thread: the browser goes to what was wrong, not to the top of the page.
  await expect(page.getByRole('alert')).toBeInViewport()
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('Words I would not want to lose.')
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue('ned.quillfeather@')
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveAccessibleDescription(
    /Please enter a valid email address/,
  )
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('textbox', { name: 'Comment' })).not.toHaveAttribute('aria-invalid')
})

test('the second within fifteen seconds is asked to slow down, with its words kept', async ({ page }, { project }) => {
  const email = `hasty.${project.name.replace(' ', '-')}@ellerhaven.example`
  await page.goto(ARTICLE)
  await fill(page, { comment: 'First!', author: 'Hasty', email })
  expect(await send(page)).toBe(303)
  await fill(page, { comment: 'And second!', author: 'Hasty', email })
  expect(await send(page)).toBe(429)
  await expect(page.getByRole('alert')).toContainText('You are posting comments too quickly. Slow down.')
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('And second!')
})

test('a form that was sent twice is one comment', async ({ page }, { project }) => {
  const email = `twice.${project.name.replace(' ', '-')}@ellerhaven.example`
  const words = { comment: 'Once is enough.', author: 'Twice', email }
  await page.goto(ARTICLE)
  await fill(page, words)
  await send(page)
  const first = page.url()
  await fill(page, words)
  expect(await send(page)).toBe(303)
  expect(page.url()).toBe(first)
  await expect(page.getByText('Once is enough.')).toHaveCount(1)
})

test('a reply stands under what it answers', async ({ page }, { project }) => {
  const [answered, author] = known(project.name)
  const text = `And again the next night (${project.name}).`
  await page.goto(ARTICLE)
  const link = page.locator('.comment', { hasText: text }).getByRole('link', { name: `Reply to ${answered}` })
  // The address of the link: with script a click moves the form instead (enhance.script.spec.ts).
  await page.goto((await link.getAttribute('href')) ?? '')
  await expect(page).toHaveURL(/replytocom=\d+#respond$/)
  await expect(page.getByRole('heading', { name: `Leave a Reply to ${answered}` })).toBeVisible()
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  await fill(page, { comment: `So did I (${project.name}).`, author, email: emailOf(author) })
  await send(page)
  const thread = page.locator('li', { has: page.locator('> .comment', { hasText: text }) })
  await expect(thread.locator('> ol .comment-text')).toContainText([`So did I (${project.name}).`])
})

test('whoever asks for it is remembered in this browser, and sees what is held of theirs', async ({ page, context }, {
  project,
}) => {
  const email = `kept.${project.name.replace(' ', '-')}@ellerhaven.example`
  await page.goto(ARTICLE)
  await fill(page, { comment: 'Remember me.', author: 'Kept', email, url: 'kept.example' })
  await page.getByLabel(/^Save my name/).check()
  await send(page)
  const cookies = await context.cookies()
  expect(cookies.find(({ name }) => name === 'comment_held')?.httpOnly).toBe(true)
  // The held comment is its writer's to see without the address of the preview.
  await page.goto(ARTICLE)
  await expect(page.getByText('Remember me.')).toBeVisible()
  await page.goto('/the-last-boat/')
  await page.getByRole('textbox', { name: 'Comment' }).fill('')
  await fill(page, { comment: 'Forget me.', author: 'Kept', email })
  await page.getByLabel(/^Save my name/).uncheck()
  expect(await send(page)).toBe(429)
})

test('markup in a comment is text', async ({ page }, { project }) => {
  const author = known(project.name)[2]
  await page.goto('/the-last-boat/')
  const comment = `<b onmouseover="alert(1)">bold</b> <script>alert(2)</script> (${project.name})`
  await fill(page, { comment, author, email: emailOf(author) })
  await send(page)
  await expect(page.locator('.comment-text', { hasText: `(${project.name})` })).toContainText(comment)
  await expect(page.locator('.comment-text b, .comment-text script')).toHaveCount(0)
})
