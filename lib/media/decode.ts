import { type ChildProcess, spawn } from 'node:child_process'
import { lstat, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { BaseType, Crop } from './address'
import type { ImageType } from './image-type'
import { DECODER } from './limits'
import { Turns } from './turns'
import { type Decoded, decodedSchema, type UploadRefusal } from './upload'

/** Bundled by scripts/programs.mjs. */
const PROGRAM = resolve('.cache/programs/lib/media/decoder.mjs')
const HEAP = ['--max-old-space-size=64', '--max-semi-space-size=2']
const LONGEST_WORD = 10_000

const refusedSchema = z.object({ refused: z.enum(['damaged', 'tooManyPixels', 'tooHeavy']) })
const variantSchema = decodedSchema.shape.variants.element

type Refused = { ok: false; reason: UploadRefusal }

/** Reads a picture that somebody sent, and makes of it what readers get, in an empty folder that is there. */
export async function decodePicture(
  type: ImageType,
  file: string,
  folder: string,
): Promise<{ ok: true; decoded: Decoded } | Refused> {
  // Somebody waits for it: what nobody waits for is begun again afterwards.
  if (slow?.kill('SIGKILL')) stopped = slow
  const said = await inTurn(() => run(['picture', type, file, folder]))
  const decoded = decodedSchema.safeParse(said)
  if (decoded.success) {
    const { width, height, type: base, variants } = decoded.data
    const names = [`${width}x${height}.${base}`, ...variants.map((variant) => `${variant.width}.webp`)]
    if (await holdsExactly(folder, names)) return { ok: true, decoded: decoded.data }
  }
  const refused = refusedSchema.safeParse(said)
  return { ok: false, reason: refused.success ? refused.data.refused : 'tooHeavy' }
}

type Made = { width: number; height: number; bytes: number }

/** Makes one variant in AVIF of a picture that was kept; throws where that was not to be done. */
export function makeAvif(
  type: BaseType,
  file: string,
  folder: string,
  { width, height }: { width: number; height: number },
): Promise<Made> {
  const order = ['avif', type, file, folder, String(width), String(height)]
  return makeSlowly(order, [join(folder, `${width}.avif`)], variantSchema)
}

/**
 * Makes crops in JPEG of a picture that was kept, around its focal point, all in one process; answers them in the order in which
 * they are named. Throws where that was not to be done.
 */
export function makeCrops(
  type: BaseType,
  file: string,
  folder: string,
  crops: readonly Crop[],
  { x, y }: { x: number; y: number },
): Promise<Made[]> {
  const names = crops.map(({ ratio, width, height }) => join(folder, `${ratio}-${width}x${height}.jpg`))
  const order = ['crops', type, file, folder, String(x), String(y), ...crops.map(({ ratio }) => ratio)]
  return makeSlowly(order, names, z.array(variantSchema).length(crops.length))
}

/** How large a picture of an archive is, upright; throws where it is none. */
export function measurePicture(type: ImageType, file: string): Promise<Made> {
  return makeSlowly(['measure', type, file, ''], [], variantSchema)
}

/** Makes a smaller form of a picture of an archive, under this name; throws where that was not to be done. */
export function makeSize(
  type: ImageType,
  file: string,
  folder: string,
  { name, width, height }: { name: string; width: number; height: number },
): Promise<Made> {
  const order = ['size', type, file, folder, name, String(width), String(height)]
  return makeSlowly(order, [join(folder, name)], variantSchema)
}

async function makeSlowly<T>(order: string[], made: readonly string[], schema: z.ZodType<T>): Promise<T> {
  for (;;) {
    const said = await inTurn(() => run(order, true), true)
    const read = schema.safeParse(said)
    if (read.success) return read.data
    if (said !== STOPPED) throw new Error(`no ${order[0]} was made of ${order[2]}: ${JSON.stringify(said)}`)
    // Half of what it was making.
    for (const path of made) await rm(path, { force: true })
  }
}

/** The process that makes what nobody waits for, while there is one; and whether the last was stopped for an upload. */
let slow: ChildProcess | null = null
let stopped: ChildProcess | null = null
const STOPPED = Symbol('stopped')

/** Files, not links, and none that was not spoken of. */
async function holdsExactly(folder: string, names: string[]): Promise<boolean> {
  const found = await readdir(folder)
  if (found.toSorted().join() !== names.toSorted().join()) return false
  const stats = await Promise.all(names.map((name) => lstat(join(folder, name))))
  return stats.every((stat) => stat.isFile() && stat.nlink === 1 && stat.size > 0)
}

const turns = new Turns()

/** One after the other: each takes a hundred megabytes for a moment. What readers and jobs ask for waits for uploads. */
export const inTurn = <T>(work: () => Promise<T>, canWait = false): Promise<T> => turns.take(work, canWait)

/** What the decoder said; null where it said nothing, was killed or could not be begun. */
function run(args: string[], isSlow = false): Promise<unknown> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [...HEAP, PROGRAM, ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
      // It needs no secret, and gets none. With one heap and one thread it takes a quarter less memory.
      env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '1', UV_THREADPOOL_SIZE: '1' },
      // Where it does not end itself.
      timeout: (DECODER.wallSeconds + 10) * 1_000,
      killSignal: 'SIGKILL',
    })
    if (isSlow) slow = child
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (words: string) => {
      said = (said + words).slice(0, LONGEST_WORD)
    })
    child.on('error', () => done(null))
    child.on('close', () => {
      if (slow === child) slow = null
      done(parsed(said) ?? (stopped === child ? STOPPED : null))
    })
  })
}

function parsed(said: string): unknown {
  try {
    return JSON.parse(said)
  } catch {
    return null
  }
}
