// npm run test:xss: see e2e/xss/run.ts. Needs the strings: CORPUS_DIR.
import { spawnSync } from 'node:child_process'
import { findChromium } from './browser.mjs'
import { prepare, Refusal } from './prepare.mjs'

try {
  if (!process.env.CORPUS_DIR) throw new Refusal('CORPUS_DIR must name the folder with hostile/xss.txt.')
  const { buildDir } = await prepare({ build: true })
  const env = { ...process.env, BUILD_DIR: buildDir, CHROMIUM_PATH: await findChromium(), NEXT_TELEMETRY_DISABLED: '1' }
  const args = ['--import', 'tsx', 'e2e/xss/run.ts']
  process.exitCode = spawnSync(process.execPath, args, { env, stdio: 'inherit' }).status ?? 1
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}
