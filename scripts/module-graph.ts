import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'oxc-parser'
import { ResolverFactory } from 'oxc-resolver'

/** One import of a file: what it names, and the file of this project that it leads to, if it does. */
export type Import = { request: string; file: string | null }
/** A source file: what it brings in when it runs (types alone bring nothing), and what it says. */
export type Module = {
  file: string
  imports: Import[]
  exportsEverything: boolean
  /** Member accesses as "process.env", and names of methods that take raw SQL. */
  uses: ReadonlySet<string>
}

const RAW_SQL = new Set(['$queryRaw', '$executeRaw', '$queryRawUnsafe', '$executeRawUnsafe'])

/** Reads files (paths relative to `root`) into a graph of what imports what. */
export function readModules(root: string, files: string[]): Map<string, Module> {
  const resolver = new ResolverFactory({
    extensions: ['.ts', '.tsx', '.mjs', '.js'],
    alias: { '@': [root] },
    conditionNames: ['import', 'node', 'default'],
  })
  const known = new Set(files)
  const resolve = (from: string, request: string): string | null => {
    const { path } = resolver.sync(dirname(join(root, from)), request)
    const file = path ? relative(root, path) : null
    return file !== null && known.has(file) ? file : null
  }
  return new Map(
    files.map((file) => {
      const parsed = parseSync(file, readFileSync(join(root, file), 'utf8'))
      const requests = requestsOf(parsed.module, readFileSync(join(root, file), 'utf8'))
      const imports = requests.map((request) => ({ request, file: resolve(file, request) }))
      const exportsEverything = parsed.module.staticExports.some(({ entries }) =>
        entries.some(({ importName }) => importName.kind === 'AllButDefault' || importName.kind === 'All'),
      )
      return [file, { file, imports, exportsEverything, uses: usesOf(parsed.program) }]
    }),
  )
}

function requestsOf(module: ReturnType<typeof parseSync>['module'], source: string): string[] {
  const { staticImports, staticExports, dynamicImports } = module
  return [
    ...staticImports
      .filter(({ entries }) => !entries.length || entries.some(({ isType }) => !isType))
      .map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) => (moduleRequest && !isType ? [moduleRequest.value] : [])),
    ),
    // A dynamic import's request is source text, in its quotes.
    ...dynamicImports.map(({ moduleRequest }) => source.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
  ]
}

function usesOf(program: unknown): Set<string> {
  const uses = new Set<string>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(visit)
      return
    }
    if (typeof node !== 'object' || node === null) return
    const { type, object, property } = node as { type?: string; object?: Name; property?: Name }
    if (type === 'MemberExpression' && property?.name) {
      if (RAW_SQL.has(property.name)) uses.add(property.name)
      if (object?.name === 'process' && property.name === 'env') uses.add('process.env')
    }
    for (const value of Object.values(node)) visit(value)
  }
  visit(program)
  return uses
}
type Name = { name?: string }

/** The chain of files by which `from` reaches a file that `isTarget` accepts, itself left out; null if it does not. */
export function pathTo(
  modules: Map<string, Module>,
  from: string,
  isTarget: (file: string) => boolean,
): string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]])
  const queue = [from]
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (file !== from && isTarget(file)) {
      const chain: string[] = []
      for (let step: string | null = file; step !== null; step = cameFrom.get(step) ?? null) chain.unshift(step)
      return chain
    }
    for (const { file: next } of modules.get(file)?.imports ?? []) {
      if (next === null || cameFrom.has(next)) continue
      cameFrom.set(next, file)
      queue.push(next)
    }
  }
  return null
}
