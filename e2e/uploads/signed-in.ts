import { spawnSync } from 'node:child_process'
import { programPath } from '@/lib/testing/program'

/** The cookies of somebody of the demo newsroom who has come in by a link, as a browser without script does it. */
export async function signedIn(url: string, dataDir: string, as: string): Promise<string> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' }
  const args = [programPath('scripts/sign-in.ts'), '--as', as]
  const { stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  const path = /\/login\/link\/\?token=[\w-]+/.exec(stdout)?.[0]
  if (!path) throw new Error(`no link: ${stdout}`)
  const html = await (await fetch(url + path)).text()
  const form = new FormData()
  for (const [, name = '', value = ''] of html.matchAll(
    /<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?\/>/g,
  )) {
    form.append(name, value)
  }
  const answer = await fetch(url + path, { method: 'POST', body: form, headers: { origin: url }, redirect: 'manual' })
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0])
  if (!cookies.length) throw new Error(`nobody came in: ${answer.status}`)
  return cookies.join('; ')
}
