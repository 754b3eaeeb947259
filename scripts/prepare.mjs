// Brings a checkout to where it can run: dependencies, Prisma's two clients, style sheet, build. Each step is done when
// what it is made from has changed, and says so in a line; the rest is silent. Only node: modules, because this runs
// before there are any others.
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withLock } from './lock.mjs'
import { bundlePrograms } from './programs.mjs'

const CACHE = '.cache'
const MODULES_MARK = 'node_modules/.broadsheet'
const BUILDS = '.next'
/** Next writes this folder into tsconfig.json, so its name never changes. */
const BUILDING = join(BUILDS, 'building')
const BUILDS_KEPT = 3
const OLDEST_NODE = [20, 19]

/** A failure that is told in a sentence, without a stack. */
export class Refusal extends Error {}

export const root = join(import.meta.dirname, '..')

/**
 * @param {{ build: boolean }} wanted
 * @returns {Promise<{ buildDir: string | null }>} where the build is, relative to the checkout
 */
export async function prepare({ build }) {
  process.chdir(root)
  checkNode()
  mkdirSync(CACHE, { recursive: true })
  return withLock(join(CACHE, 'prepare.lock'), async () => {
    await installModules()
    await generateClients()
    await buildAssets()
    await buildPrograms()
    if (!build) return { buildDir: null }
    return { buildDir: await buildPages() }
  })
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = OLDEST_NODE
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    throw new Refusal(`Broadsheet needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`)
  }
}

async function installModules() {
  const wanted = hashOf(['package-lock.json'], [process.versions.modules, process.platform, process.arch])
  if (readIfThere(MODULES_MARK) === wanted) return
  rmSync(MODULES_MARK, { force: true })
  const npm = npmCommand()
  // Development packages build the pages, whatever NODE_ENV says; scripts of packages stay off.
  await step('dependencies', npm, ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'])
  await buildSqlite(npm)
  writeFileSync(MODULES_MARK, wanted)
}

/** better-sqlite3 is the one package that brings native code: downloaded where that answers, else compiled. */
async function buildSqlite(npm) {
  const headers = join(dirname(process.execPath), '..')
  // Where Node's headers cannot be downloaded, those that came with it serve.
  const env = existsSync(join(headers, 'include/node/node.h')) ? { npm_config_nodedir: headers } : {}
  const proof = ['-e', "new (require('better-sqlite3'))(':memory:').exec('SELECT 1')"]
  try {
    await step('better-sqlite3', npm, ['rebuild', '--ignore-scripts=false', 'better-sqlite3'], env)
    if (spawnSync(process.execPath, proof, { stdio: 'inherit' }).status !== 0) throw new Refusal('it does not load')
  } catch (error) {
    throw new Refusal(`better-sqlite3 could not be built: install build-essential and python3. (${error.message})`)
  }
}

async function generateClients() {
  const mark = join(CACHE, 'clients')
  const wanted = hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'])
  if (readIfThere(mark) === wanted && existsSync('generated/sqlite') && existsSync('generated/postgresql')) return
  const prisma = ['node_modules/prisma/build/index.js', 'generate']
  const quiet = { PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' }
  await step('database client (SQLite)', process.execPath, prisma, { ...quiet, DATABASE_URL: 'file:unused.db' })
  await step('database client (PostgreSQL)', process.execPath, prisma, {
    ...quiet,
    DATABASE_URL: 'postgresql://unused',
  })
  writeFileSync(mark, wanted)
}

async function buildAssets() {
  const mark = join(CACHE, 'assets')
  const sources = [
    'components/site.css',
    'components/embed/embed.css',
    'components/admin/admin.css',
    'components/admin/editor/editor.css',
    ...filesBelow('components/enhance'),
    ...filesBelow('components/admin/trusted'),
  ]
  const wanted = hashOf([...sources, 'scripts/build-assets.ts', 'package-lock.json'])
  if (readIfThere(mark) === wanted && existsSync('generated/assets.ts') && existsSync('public/assets')) return
  await step('style sheets and script', process.execPath, ['--import', 'tsx', 'scripts/build-assets.ts'])
  writeFileSync(mark, wanted)
}

async function buildPrograms() {
  const mark = join(CACHE, 'bundled')
  const sources = ['server', 'scripts', 'lib', 'components', 'generated'].flatMap(filesBelow)
  const wanted = hashOf([...sources, 'package-lock.json', 'tsconfig.json'])
  if (readIfThere(mark) === wanted) return
  await bundlePrograms()
  writeFileSync(mark, wanted)
}

async function buildPages() {
  const key = actionsKey()
  const sources = ['app', 'components', 'lib', 'public', 'generated']
  const files = ['instrumentation.ts', 'next.config.js', 'package-lock.json', 'tsconfig.json']
  const hash = hashOf([...sources.flatMap(filesBelow), ...files], [process.versions.node, key]).slice(0, 16)
  const buildDir = join(BUILDS, hash)
  if (existsSync(join(buildDir, 'BUILD_ID'))) return buildDir
  rmSync(BUILDING, { recursive: true, force: true })
  await step('pages', process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    BUILD_DIR: BUILDING,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
  })
  rmSync(buildDir, { recursive: true, force: true })
  renameSync(BUILDING, buildDir)
  removeOldBuilds()
  return buildDir
}

/** Forms of pages that were loaded before an update must still be understood after it: the key outlives builds. */
function actionsKey() {
  const set = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
  if (set) return set
  const file = join(CACHE, 'actions.key')
  const kept = readIfThere(file)
  if (kept) return kept
  const made = randomBytes(32).toString('base64')
  writeFileSync(file, made, { mode: 0o600 })
  return made
}

/** A server that runs still reads from the build it began with, so the last few stay. */
function removeOldBuilds() {
  const builds = readdirSync(BUILDS)
    .filter((name) => /^[0-9a-f]{16}$/.test(name))
    .map((name) => ({ path: join(BUILDS, name), at: statSync(join(BUILDS, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
  for (const { path } of builds.slice(BUILDS_KEPT)) rmSync(path, { recursive: true, force: true })
}

/** Runs a command quietly; one line when it is done, one every 10 s until then, and all it said if it fails. */
function step(name, command, args, env = {}) {
  const began = performance.now()
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1)
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = []
    child.stdout.on('data', (chunk) => said.push(chunk))
    child.stderr.on('data', (chunk) => said.push(chunk))
    const timer = setInterval(() => console.log(`${name}: still at it (${seconds()} s)`), 10_000)
    child.once('error', (error) => {
      clearInterval(timer)
      reject(new Refusal(`${name}: ${error.message}`))
    })
    child.once('exit', (code) => {
      clearInterval(timer)
      if (code === 0) {
        console.log(`${name}: ready (${seconds()} s)`)
        resolve(undefined)
      } else {
        process.stderr.write(Buffer.concat(said))
        reject(new Refusal(`${name}: failed after ${seconds()} s.`))
      }
    })
  })
}

function npmCommand() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  if (spawnSync(npm, ['--version'], { stdio: 'ignore' }).status !== 0) throw new Refusal('npm was not found.')
  return npm
}

/** Files that decide what is built; tests do not. */
function filesBelow(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith('public/assets'))
    .sort()
}

function hashOf(files, more = []) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  for (const text of more) hash.update(`${text}\0`)
  return hash.digest('hex')
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}
