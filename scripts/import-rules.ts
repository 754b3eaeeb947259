import type { Module } from './module-graph'
import { pathTo } from './module-graph'

/** Who may import whom (docs/decisions/004). Each rule answers a sentence per violation. */
type Rule = (modules: Map<string, Module>) => string[]

/** Files of a subject in lib/ that may ask and change the database. */
const DATABASE_FILE = /(^|[/-])(queries|mutations|actions)\.ts$/
/** Folders of lib/ that are platform, not a subject; and single files that stand between the two. */
const PLATFORM = /^lib\/([^/]+\.ts$|database\/|testing\/|http\/|auth\/|jobs\/|backup\/)/
const IMPURE = new Set([
  'lib/site/facts.ts', // holds what it has read
  'lib/site/page-frame.ts', // the page's first step: opens the database, asks the clock
  'lib/comments/shown-open.ts', // tells the door when what it keeps ends
  'lib/media/decoder.ts', // a program of its own
  'lib/media/decode.ts', // runs it
  'lib/media/store.ts', // keeps files
  'lib/media/sized-pictures.ts', // makes and keeps them
  'lib/media/sizes-room.ts', // measures and removes them
  'lib/media/fetch-files.ts', // from another site into the library
  'lib/media/receive.ts', // from the wire into the library
  'lib/media/shelf.ts', // what a program of its own lays aside
  'lib/social-images/draw.ts', // a program of its own
  'lib/social-images/draw-process.ts', // runs it
  'lib/comments/token.ts', // signs with the site's secret
  'lib/articles/preview/token.ts',
  'lib/demo/load.ts', // writes the demo newsroom
  'lib/demo/remove.ts',
  'lib/demo/newsroom.ts', // reads its files
  'lib/mail/send.ts', // speaks to the mail server
  'lib/storage/storage.ts', // files, wherever they lie
  'lib/storage/disk.ts',
  'lib/storage/s3.ts',
  'lib/storage/s3-answers.ts',
  'lib/storage/s3-parts.ts',
  'lib/storage/fetch-in-time.ts',
  'lib/storage/chosen.ts',
  'lib/storage/open.ts',
  'lib/storage/move.ts', // from one place to the other
  'lib/storage/move-lock.ts',
  'lib/search/sqlite.ts', // the two dialects of SQL
  'lib/search/postgresql.ts',
])
const PUBLIC =
  /^(app\/\(site\)|app\/(feeds|sitemaps|site-files|wp-json|oembed|api)|components\/(article|archive|comments|corrections|embed|front|report|search|site))\//
const ADMIN = /(^|[/-])admin-queries\.ts$|^components\/admin\//
/** Drafts, working copies, revisions, and what shows them. */
const WRITTEN = /^lib\/articles\/(editing|preview)\//
const PREVIEW = /^lib\/articles\/preview\/|^components\/admin\/preview\//
const BAD_NAMES = new Set(['utils', 'helpers', 'misc', 'common', 'manager', 'service', 'index'])

const isPure = (file: string) =>
  file.startsWith('lib/') &&
  !PLATFORM.test(file) &&
  !DATABASE_FILE.test(file) &&
  !IMPURE.has(file) &&
  !isWordpressIo(file)
/** The import reads files and streams; its text rules are pure. */
const isWordpressIo = (file: string) => file.startsWith('lib/wordpress/') && !file.startsWith('lib/wordpress/text/')

const product = (modules: Map<string, Module>) =>
  [...modules.values()].filter(({ file }) => !/\.test\.tsx?$/.test(file))

export const RULES: Record<string, Rule> = {
  'lib imports nothing above it': (modules) =>
    product(modules).flatMap(({ file, imports }) =>
      imports
        .filter((i) => file.startsWith('lib/') && i.file && /^(app|components|server)\//.test(i.file))
        .map((i) => `${file} imports ${i.file}`),
    ),

  'components never reach the database': (modules) =>
    product(modules)
      .filter(({ file }) => file.startsWith('components/') && !file.startsWith('components/admin/'))
      .flatMap(({ file, imports }) => {
        const drawn = imports.filter((i) => i.file && !/\/actions\.ts$/.test(i.file))
        const reached = drawn.find((i) => i.file && (isDatabase(i.file) || pathThroughDrawing(modules, i.file)))
        return reached ? [`${file} reaches the database through ${reached.file}`] : []
      }),

  'nothing public reaches the newsroom’s queries': (modules) =>
    product(modules)
      .filter(({ file }) => PUBLIC.test(file))
      .flatMap(({ file }) => {
        const chain = pathTo(modules, file, (target) => ADMIN.test(target))
        return chain ? [chain.join(' → ')] : []
      }),

  'nothing public reaches what is being written': (modules) =>
    product(modules)
      .filter(({ file }) => PUBLIC.test(file))
      .flatMap(({ file }) => {
        const chain = pathTo(modules, file, (target) => WRITTEN.test(target))
        return chain ? [chain.join(' → ')] : []
      }),

  'a preview for others reaches no more than it shows': (modules) =>
    product(modules)
      .filter(({ file }) => file.startsWith('app/preview/'))
      .flatMap(({ file }) => {
        const chain = pathTo(modules, file, (target) => ADMIN.test(target) && !PREVIEW.test(target))
        return chain ? [chain.join(' → ')] : []
      }),

  'pure files stay pure': (modules) =>
    product(modules)
      .filter(({ file }) => isPure(file))
      .flatMap(({ file, imports }) => [
        ...imports
          .filter(({ request }) => /^(next|react)(\/|$)|^node:|^@prisma\/|^better-sqlite3|^pg$/.test(request))
          .map(({ request }) => `${file} imports ${request}`),
        ...imports
          .filter((i) => i.file?.startsWith('lib/') && !isPure(i.file) && !PURE_ENOUGH.has(i.file))
          .map((i) => `${file} imports ${i.file}, which is not pure`),
      ]),

  'the environment is read in one place': (modules) =>
    product(modules)
      .filter(({ file, uses }) => uses.has('process.env') && !MAY_READ_ENVIRONMENT.test(file))
      .map(({ file }) => `${file} reads process.env`),

  'raw SQL stands with the two dialects': (modules) =>
    product(modules)
      .filter(({ file, uses }) => [...uses].some((use) => use.startsWith('$')) && !MAY_WRITE_SQL.test(file))
      .map(({ file }) => `${file} writes raw SQL`),

  'next/headers stays with auth and http': (modules) =>
    product(modules)
      .filter(
        ({ file, imports }) =>
          imports.some(({ request }) => request === 'next/headers') && !/^lib\/(auth|http)\//.test(file),
      )
      .map(({ file }) => `${file} imports next/headers`),

  'no barrels, no drawers': (modules) =>
    [...modules.values()].flatMap(({ file, exportsEverything }) => [
      ...(exportsEverything ? [`${file} says export *`] : []),
      ...(file.split('/').some((part) => BAD_NAMES.has(part.replace(/\..*$/, '')))
        ? [`${file} is named after nothing`]
        : []),
    ]),
}

const isDatabase = (file: string) => file === 'lib/db.ts' || DATABASE_FILE.test(file)
const MAY_READ_ENVIRONMENT =
  /^(lib\/env\.ts|lib\/backup\/postgresql\.ts|lib\/testing\/.*|e2e\/.*|bench\/.*|scripts\/.*\.mjs|scripts\/migration\.ts|instrumentation\.ts|[^/]+\.config\.(ts|js))$/
const MAY_WRITE_SQL =
  /^lib\/search\/(sqlite|postgresql|admin-queries)\.ts$|^lib\/database\/(migrator|insert-rows|add-counts|fill-fast|json-naming|newest-in-archives|tag-counts|tags-of-article)\.ts$|^lib\/testing\/dump\.ts$/
/** Platform files, and one of the import, without a world in them: a pure rule may stand on these. */
const PURE_ENOUGH = new Set<string>([
  'lib/auth/permissions.ts',
  'lib/csv.ts',
  'lib/json-text.ts',
  'lib/wordpress/old-query.ts',
])

/** A form names its action, and what the action does is not what the component does. */
function pathThroughDrawing(modules: Map<string, Module>, from: string): boolean {
  const withoutActions = new Map(
    [...modules].map(([file, module]) => [
      file,
      { ...module, imports: module.imports.filter((i) => !i.file || !/\/actions\.ts$/.test(i.file)) },
    ]),
  )
  return pathTo(withoutActions, from, isDatabase) !== null
}
