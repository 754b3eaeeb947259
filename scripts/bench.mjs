// npm run bench, bench:door, bench:trials, bench:weight: prepares the build and measures it (bench/main.ts, door.ts, …).
import { spawnSync } from 'node:child_process'
import { prepare, Refusal } from './prepare.mjs'

try {
  const { buildDir } = await prepare({ build: true })
  const [name, ...options] = process.argv.slice(2)
  const args = ['--import', 'tsx', `bench/${name}.ts`, ...options]
  const env = { ...process.env, BUILD_DIR: buildDir, NEXT_TELEMETRY_DISABLED: '1' }
  process.exitCode = spawnSync(process.execPath, args, { env, stdio: 'inherit' }).status ?? 1
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}
