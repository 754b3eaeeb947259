// npm run corpus [-- NAME…]: trials against real archives in the folder CORPUS_DIR. Not part of `npm test`: the material is not ours
// to publish.
import { spawnSync } from 'node:child_process'
import { prepare, Refusal } from './prepare.mjs'

try {
  if (!process.env.CORPUS_DIR) throw new Refusal('CORPUS_DIR must name the folder with the real archives.')
  const { buildDir } = await prepare({ build: true })
  const names = process.argv.slice(2)
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'corpus', '--reporter=verbose', ...names]
  const env = { ...process.env, BUILD_DIR: buildDir, NEXT_TELEMETRY_DISABLED: '1' }
  process.exitCode = spawnSync(process.execPath, vitest, { env, stdio: 'inherit' }).status ?? 1
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}
