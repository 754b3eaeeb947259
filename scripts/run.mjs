// npm run <command>: prepares what the command needs and hands it over to TypeScript: node scripts/run.mjs FILE …
import { spawnSync } from 'node:child_process'
import { prepare, Refusal } from './prepare.mjs'

const [file, ...args] = process.argv.slice(2)
try {
  await prepare({ build: false })
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', file, ...args], { stdio: 'inherit' })
  process.exitCode = status ?? 1
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}
