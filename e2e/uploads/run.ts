// npm run test:uploads [-- --first 0 --files 200]: hostile files, sent by somebody of the newsroom to a site of its own. None may be kept as
// anything but an image that was made anew, none may end the server, and the server and what decodes may take no more than
// 300 MB together.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { UploadAnswer } from '@/lib/media/upload'
import { startSite } from '@/lib/testing/site-process'
import { hostileUploads } from '@/lib/testing/uploads/hostile'
import { faultsOfKept } from '@/lib/testing/uploads/kept'
import { watchMemory } from './memory'
import { sendUpload } from './send'
import { signedIn } from './signed-in'

const MOST_MB = 300
const option = { type: 'string' } as const
const { values } = parseArgs({ options: { first: option, files: option } })
const first = Number(values.first ?? 0)
const files = Number(values.files ?? 200)
const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-uploads-'))
// The first start makes the demo newsroom, and is larger for it.
await (await startSite(dataDir)).stop()
const { url, pid = 0, stop } = await startSite(dataDir)
const memory = watchMemory(pid)
const outcomes = new Map<string, number>()
const faults: string[] = []

try {
  const cookie = await signedIn(url, dataDir, 'CONTRIBUTOR')
  const uploads = (await hostileUploads()).slice(first, first + files)
  const idle = memory.now()
  for (const upload of uploads) {
    const began = performance.now()
    const answer = await sendUpload(url, cookie, upload.name, upload.bytes).catch((error: unknown) => String(error))
    const ms = Math.round(performance.now() - began)
    const outcome = typeof answer === 'string' ? 'no answer' : answer.ok ? 'made anew' : answer.reason
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    if (ms > 5_000 || outcome === 'no answer') console.log(`${upload.what}: ${outcome} after ${ms} ms`)
    if (typeof answer === 'string') faults.push(`${upload.what}: ${answer}`)
    else if (answer.ok) faults.push(...(await faultsOfServed(answer)).map((fault) => `${upload.what}: ${fault}`))
  }
  faults.push(...faultsOfKept(dataDir))
  const said = [...outcomes].sort(([, a], [, b]) => b - a).map(([outcome, count]) => `${outcome} ${count}`)
  console.log(`${uploads.length} files: ${said.join(', ')}`)
  const most = memory.stop()
  const parts = `server ${most.server}, decoder ${most.children}, files that both read ${most.files}`
  console.log(`memory: ${idle.all} MB before, ${most.all} MB at most (${parts})`)
  if (most.all > MOST_MB) faults.push(`more than ${MOST_MB} MB were taken`)
  if (!(await fetch(url)).ok) faults.push('the site no longer answers')
  for (const fault of faults.slice(0, 20)) console.log(fault)
  console.log(`${faults.length} faults`)
  process.exitCode = faults.length ? 1 : 0
} finally {
  await stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** Readers get an image, called one, which runs nothing whatever is in it. */
async function faultsOfServed({ picture }: Extract<UploadAnswer, { ok: true }>): Promise<string[]> {
  const { status, headers } = await fetch(url + picture.src)
  const type = headers.get('content-type') ?? ''
  return [
    ...(status === 200 && /^image\/(jpeg|png)$/.test(type) ? [] : [`${picture.src} is answered ${status} ${type}`]),
    ...(headers.get('x-content-type-options') === 'nosniff' ? [] : [`${picture.src} may be sniffed`]),
    ...(headers.get('content-security-policy')?.includes('sandbox') ? [] : [`${picture.src} is in no sandbox`]),
  ]
}
