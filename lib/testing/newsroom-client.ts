import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
})

/** The id by which the build of BUILD_DIR knows a server action: `lib/articles/editing/actions.ts`, `saveAction`. */
export function actionId(filename: string, exportedName: string): string {
  const manifest = join(process.env.BUILD_DIR ?? '', 'server/server-reference-manifest.json')
  const { node } = manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')))
  const found = Object.entries(node).find(
    ([, action]) => action.filename === filename && action.exportedName === exportedName,
  )
  if (!found) throw new Error(`the build has no ${exportedName} of ${filename}`)
  return found[0]
}

/** Somebody signed in to a running site, whose browser is this process: sends what the newsroom's own script sends. */
export class NewsroomClient {
  readonly #site: string
  readonly #cookies = new Map<string, string>()

  constructor(site: string) {
    this.#site = site
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...Object.fromEntries(new Headers(init.headers)), cookie, origin: this.#site }
    return fetch(this.#site + path, { ...init, headers, redirect: 'manual' })
  }

  /** Presses the button on the page of a one-time link. */
  async signIn(linkPath: string): Promise<void> {
    const page = await (await this.fetch(linkPath)).text()
    const form = new FormData()
    for (const [input] of page.matchAll(/<input[^>]+type="hidden"[^>]*>/g)) {
      form.set(/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? '')
    }
    const answer = await this.fetch(linkPath, { method: 'POST', body: form })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.#cookies.set(name, value)
    }
    if (answer.status !== 303) throw new Error(`signing in was answered ${answer.status}`)
  }

  /** Calls a server action from a page that draws it; what it returned, once the site has acknowledged it. */
  async call(action: string, path: string, sent: unknown): Promise<unknown> {
    const answer = await this.fetch(path, {
      method: 'POST',
      headers: { 'next-action': action, accept: 'text/x-component', 'content-type': 'text/plain;charset=UTF-8' },
      body: JSON.stringify([sent]),
    })
    const flight = await answer.text()
    const returned = /^1:(.*)$/m.exec(flight)?.[1]
    if (answer.status !== 200 || returned === undefined) throw new Error(`${path} was answered ${answer.status}`)
    return JSON.parse(returned)
  }
}
