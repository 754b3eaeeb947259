// Holds who may import whom, through files. Exit 1 with a line per violation.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { RULES } from './import-rules'
import { readModules } from './module-graph'

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
const files = listed
  .split('\n')
  .filter((file) => existsSync(file))
  .filter(
    (file) =>
      /^(app|bench|components|e2e|lib|scripts|server)\/.*\.(ts|tsx|mjs)$/.test(file) || /^[^/]+\.(ts|js)$/.test(file),
  )
const modules = readModules(process.cwd(), files)
for (const [rule, check] of Object.entries(RULES)) {
  for (const violation of check(modules)) {
    console.error(`${rule}: ${violation}`)
    process.exitCode = 1
  }
}
