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

/** Draws a social image into an empty folder; throws where that was not to be done. One after the other with pictures. */
export async function drawSocialImage(text: SocialText, folder: string, fonts = FONTS): Promise<void> {
  await inTurn(() =>
    run(process.execPath, ['--max-old-space-size=64', PROGRAM, JSON.stringify({ text, folder })], {
      // It needs no secret, and gets none; and no letters but ours, so that it is the same picture on every machine.
      env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '1', UV_THREADPOOL_SIZE: '1', FONTCONFIG_FILE: fonts },
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
    }),
  )
}
