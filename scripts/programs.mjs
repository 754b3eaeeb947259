// The server and the commands that a site runs, each bundled into one file of JavaScript: they start in half the time that
// compiling a few hundred modules one by one takes, and without the compiler in memory.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const OUT = '.cache/programs'
const PROGRAMS = [
  'server/main.ts',
  'lib/media/decoder.ts',
  'lib/social-images/draw.ts',
  'lib/wordpress/body-thread.ts',
  'scripts/audit-verify.ts',
  'scripts/backup.ts',
  'scripts/comments.ts',
  'scripts/demo.ts',
  'scripts/import-media.ts',
  'scripts/import-wordpress.ts',
  'scripts/move-media.ts',
  'scripts/restore.ts',
  'scripts/seed.ts',
  'scripts/sign-in.ts',
]
/**
 * Packages of many small modules, which are bundled too: of those that a start loads, two thirds are theirs. All others stay
 * where they are: some bring native code or files that they look for beside themselves.
 */
const BUNDLED = [
  '@tiptap/pm',
  'diff',
  'hast-util-to-html',
  'htmlparser2',
  'isbot',
  'micromark',
  'micromark-extension-gfm',
  'parse5',
  'zod',
]
/** A program that runs may still ask for a part of what it was bundled with. */
const KEPT_MS = 7 * 86_400_000

/** @param {string} file of a program, as `server/main.ts` */
export const programPath = (file) => join(OUT, file.replace(/\.ts$/, '.mjs'))

/**
 * What Node is given to run the server. Left to itself V8 takes half a gigabyte on a large machine before it tidies up
 * (docs/decisions/009). Kept pages lie outside of this heap.
 * @param {string | undefined} heapMb
 */
export const serverArguments = (heapMb) => [
  `--max-old-space-size=${heapMb || 176}`,
  '--max-semi-space-size=8',
  programPath('server/main.ts'),
]

/**
 * Its environment, where nobody has set this: left to itself glibc keeps a heap for each of a dozen threads, a tenth of all the
 * memory (docs/decisions/031).
 */
export const serverEnvironment = { MALLOC_ARENA_MAX: '2' }

/** @param {string} file */
export const isProgram = (file) => PROGRAMS.includes(file)

export async function bundlePrograms() {
  const { build } = await import('esbuild')
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  await build({
    entryPoints: PROGRAMS,
    outdir: OUT,
    outbase: '.',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    external: Object.keys(dependencies).filter((name) => !BUNDLED.includes(name)),
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    logLevel: 'error',
  })
  for (const name of readdirSync(OUT)) {
    const file = join(OUT, name)
    if (name.endsWith('.mjs') && Date.now() - statSync(file).mtimeMs > KEPT_MS) rmSync(file)
  }
}
