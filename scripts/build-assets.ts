// The style sheets and the script as they are served: minified, their names made from their bytes so that browsers may keep
// them for ever.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { transform } from 'lightningcss'

const OUT = 'public/assets'
/** Pages that were loaded before an update ask for the older files for a while. */
const KEPT_MS = 7 * 86_400_000

const sheetOf = (...files: string[]) =>
  Buffer.concat(files.map((file) => transform({ filename: file, code: readFileSync(file), minify: true }).code))
const scriptOf = (entry: string) =>
  buildSync({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    // Browsers of 2020 and later; the others get the page as it is, which is all of it.
    target: 'es2020',
    write: false,
    legalComments: 'none',
  }).outputFiles[0]?.contents ?? new Uint8Array()

mkdirSync(OUT, { recursive: true })
const names = {
  stylesheet: write('site', 'css', sheetOf('components/site.css')),
  embedStylesheet: write('embed', 'css', sheetOf('components/embed/embed.css')),
  adminStylesheet: write('admin', 'css', sheetOf('components/admin/admin.css', 'components/admin/editor/editor.css')),
  enhanceScript: write('enhance', 'js', scriptOf('components/enhance/main.ts')),
  trustedScript: write('trusted', 'js', scriptOf('components/admin/trusted/main.ts')),
}
for (const old of readdirSync(OUT)) {
  const isCurrent = Object.values(names).some((name) => name.endsWith(old))
  if (!isCurrent && Date.now() - statSync(join(OUT, old)).mtimeMs > KEPT_MS) rmSync(join(OUT, old))
}
const lines = Object.entries(names).map(([name, path]) => `export const ${name} = '${path}'\n`)
writeFileSync('generated/assets.ts', lines.join(''))

/** Answers the address of the file. */
function write(name: string, extension: string, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const file = `${name}-${hash}.${extension}`
  writeFileSync(join(OUT, file), bytes)
  return `/assets/${file}`
}
