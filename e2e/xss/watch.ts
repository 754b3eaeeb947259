import type { BrowserContext, Page } from '@playwright/test'

/** What a page did that it should not: by the mark of the string that stood there, or by the address it asked for. */
export type Sightings = { ran: Set<string>; asked: Set<string> }

/**
 * Watches every page and frame of a context: whatever opens a dialog, and whatever is asked of another host than `own`.
 * Nothing leaves: foreign requests end here.
 */
export async function watch(context: BrowserContext, own: string): Promise<Sightings> {
  const sightings: Sightings = { ran: new Set(), asked: new Set() }
  await context.exposeBinding('__seen', ({ frame }, what: string) => {
    sightings.ran.add(`${frame.name() || new URL(frame.url(), own).pathname}: ${what}`)
  })
  // As text: what compiles this file adds calls to functions that a page does not have.
  await context.addInitScript({
    content: `for (const name of ['alert', 'confirm', 'prompt', 'print'])
      Object.defineProperty(window, name, { value: (text) => __seen(name + '(' + String(text) + ')'), writable: false })`,
  })
  await context.route(
    (url) => url.origin !== new URL(own).origin && /^https?:$/.test(url.protocol),
    async (route) => {
      sightings.asked.add(route.request().url())
      await route.abort()
    },
  )
  context.on('page', (page) =>
    page.on('dialog', (dialog) => {
      if (dialog.type() !== 'beforeunload') sightings.ran.add(`dialog ${dialog.type()}: ${dialog.message()}`)
      dialog.dismiss().catch(() => undefined) // it went with its page
    }),
  )
  return sightings
}

/** Hovers, focuses and clicks everything in every frame. Links that lead elsewhere, and forms, are not followed. */
export async function touchEverything(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(touch).catch(() => undefined) // a frame that navigated away was counted by its request
  }
}

function touch(): void {
  document.addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element | null)?.closest?.('a[href]')
      if (link && /^\s*(https?:|\/|#|\?)/i.test(link.getAttribute('href') ?? '')) event.preventDefault()
    },
    true,
  )
  document.addEventListener('submit', (event) => event.preventDefault(), true)
  const focusable =
    ':any-link, area, button, input, select, textarea, summary, iframe, object, embed, audio, video, [tabindex], [contenteditable], [autofocus]'
  for (const element of document.querySelectorAll('body *')) {
    for (const type of [
      'pointerover',
      'mouseover',
      'mouseenter',
      'mousemove',
      'mouseout',
      'wheel',
      'contextmenu',
      'toggle',
    ]) {
      element.dispatchEvent(new MouseEvent(type, { bubbles: true }))
    }
    // Asking the others lays the whole page out anew, and does nothing.
    if ((element instanceof HTMLElement || element instanceof SVGElement) && element.matches(focusable)) {
      element.focus({ preventScroll: true })
      element.blur()
    }
    if (element instanceof HTMLElement) element.click()
    else element.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  }
}
