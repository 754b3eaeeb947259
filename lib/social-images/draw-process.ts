import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { inTurn } from '@/lib/media/decode'
import type { SocialText } from './text'

/** Bundled by scripts/programs.mjs. */
const PROGRAM = resolve('.cache/programs/lib/social-images/draw.mjs')
const FONTS = resolve('fonts/fonts.conf')
const LONGEST_MS = 60_000

const run = promisify(execFile)

export type DrawOrder = { text: SocialText; folder: string }

/**
 * Draws social images, each into an empty folder, one after the other in one process; throws where one of them was not to be
 * done, when the others are. In turn with pictures; `canWait`: after all that somebody waits for.
 */
export async function drawSocialImages(orders: DrawOrder[], canWait = false, fonts = FONTS): Promise<void> {
  await inTurn(
    () =>
      run(process.execPath, ['--max-old-space-size=64', PROGRAM, JSON.stringify(orders)], {
        // It needs no secret, and gets none; and no letters but ours, so that it is the same picture on every machine.
        env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '1', UV_THREADPOOL_SIZE: '1', FONTCONFIG_FILE: fonts },
        timeout: LONGEST_MS,
        killSignal: 'SIGKILL',
      }),
    canWait,
  )
}
