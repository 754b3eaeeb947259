// The style sheet as it is served: minified, its name made from its bytes so that browsers may keep it for ever.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'lightningcss'

const OUT = 'public/assets'
/** Pages that were loaded before an update ask for the older sheet for a while. */
const KEPT_MS = 7 * 86_400_000

const { code } = transform({
  filename: 'site.css',
  code: readFileSync('components/site.css'),
  minify: true,
})
const hash = createHash('sha256').update(code).digest('hex').slice(0, 12)
const name = `site-${hash}.css`
mkdirSync(OUT, { recursive: true })
for (const old of readdirSync(OUT)) {
  if (old !== name && Date.now() - statSync(join(OUT, old)).mtimeMs > KEPT_MS) rmSync(join(OUT, old))
}
writeFileSync(join(OUT, name), code)
writeFileSync('generated/assets.ts', `export const stylesheet = '/assets/${name}'\n`)
