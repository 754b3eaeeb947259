// npm start: prepares, then serves; server/main.ts brings the database up to date first. The server gets our signals and its
// exit code is ours.
import { spawn } from 'node:child_process'
import { prepare, Refusal } from './prepare.mjs'
import { serverArguments, serverEnvironment } from './programs.mjs'

// npm hands a signal to its shell alone, which ends without a word to this program: left alone, it ends as well.
const parent = process.ppid

try {
  const { buildDir } = await prepare({ build: true })
  const set = { NODE_ENV: 'production', BUILD_DIR: buildDir, NEXT_TELEMETRY_DISABLED: '1' }
  const env = { ...serverEnvironment, ...process.env, ...set }
  const server = spawn(process.execPath, serverArguments(process.env.HEAP_MB), { env, stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => server.kill(signal))
  const look = () => process.ppid === parent || server.kill()
  if (process.env.npm_lifecycle_event === 'start') setInterval(look, 500).unref()
  server.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)))
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exit(1)
}
