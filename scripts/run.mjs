// npm run <command>: prepares what the command needs and runs it: node scripts/run.mjs [--build] FILE …
import { spawnSync } from 'node:child_process'
import { prepare, Refusal } from './prepare.mjs'
import { isProgram, programPath } from './programs.mjs'

const build = process.argv[2] === '--build'
const [file, ...args] = process.argv.slice(build ? 3 : 2)
try {
  const { buildDir } = await prepare({ build })
  const env = { ...process.env, ...(buildDir && { BUILD_DIR: buildDir, NEXT_TELEMETRY_DISABLED: '1' }) }
  const program = isProgram(file) ? [programPath(file)] : ['--import', 'tsx', file]
  const { status } = spawnSync(process.execPath, [...program, ...args], { env, stdio: 'inherit' })
  process.exitCode = status ?? 1
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}
