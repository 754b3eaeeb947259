// npm start: prepares, then serves; server/main.ts brings the database up to date first. The server gets our signals and its
// exit code is ours.
import { spawn } from 'node:child_process'
import { prepare, Refusal } from './prepare.mjs'
import { programPath } from './programs.mjs'

try {
  const { buildDir } = await prepare({ build: true })
  const env = { ...process.env, NODE_ENV: 'production', BUILD_DIR: buildDir, NEXT_TELEMETRY_DISABLED: '1' }
  // Left to itself V8 takes half a gigabyte on a large machine before it tidies up (docs/decisions/009). Kept pages lie
  // outside of this heap.
  const heap = [`--max-old-space-size=${process.env.HEAP_MB || 176}`, '--max-semi-space-size=4']
  const server = spawn(process.execPath, [...heap, programPath('server/main.ts')], { env, stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => server.kill(signal))
  server.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)))
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exit(1)
}
