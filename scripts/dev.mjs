// npm run dev: the pages as Next serves them while they are written, without the door: no form posts are checked and a
// missing page is Next's own. The style sheet is made anew when it changes.
import { spawn, spawnSync } from 'node:child_process'
import { watch } from 'node:fs'
import { prepare, Refusal } from './prepare.mjs'

const tsx = (file) => spawnSync(process.execPath, ['--import', 'tsx', file], { stdio: 'inherit' }).status ?? 1

try {
  await prepare({ build: false })
  if (tsx('scripts/ready-database.ts') !== 0) process.exit(1)
  for (const sheet of ['components/site.css', 'components/admin/admin.css']) {
    watch(sheet, () => tsx('scripts/build-assets.ts'))
  }
  const { PORT = '3000', HOST = '127.0.0.1' } = process.env
  const next = spawn(
    process.execPath,
    ['--import', 'tsx', 'node_modules/next/dist/bin/next', 'dev', '-p', PORT, '-H', HOST],
    { env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }, stdio: 'inherit' },
  )
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => next.kill(signal))
  next.once('exit', (code) => process.exit(code ?? 1))
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exit(1)
}
