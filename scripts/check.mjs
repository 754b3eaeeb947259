// npm run check: format and lint, imports, types, dead code, models against migrations. All of them run; any that fails
// fails the whole.
import { spawnSync } from 'node:child_process'
import { prepare, Refusal } from './prepare.mjs'

const node = process.execPath
const CHECKS = [
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings'],
  ['imports', '--import', 'tsx', 'scripts/check-imports.ts'],
  ['types', 'node_modules/typescript/bin/tsc', '--project', '.'],
  ['dead code', 'node_modules/knip/bin/knip.js'],
  ['models and migrations', '--import', 'tsx', 'scripts/migration.ts', '--check'],
]

try {
  await prepare({ build: false })
  let failed = 0
  for (const [name, ...args] of CHECKS) {
    const began = performance.now()
    const { status } = spawnSync(node, args, { stdio: 'inherit' })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`${name}: ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`)
    if (status !== 0) failed++
  }
  process.exitCode = failed ? 1 : 0
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}
