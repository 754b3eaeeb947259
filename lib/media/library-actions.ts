'use server'

import { runAction } from '@/lib/auth/action'
import { runCall } from '@/lib/auth/call'
import { listPictureChoices } from './admin-queries'
import { deleteMedia, editMedia } from './library-mutations'
import { deleteMediaSchema, findPicturesSchema, mediaSchema, replaceMediaSchema } from './library-schema'
import { replaceFile } from './replace-mutations'

export async function editMediaAction(form: FormData): Promise<void> {
  await runAction({ form: 'words', act: 'media.edit', schema: mediaSchema }, form, async (input, context) => {
    const { db, session, now } = context
    const result = await editMedia(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'saved' } : { ...result, object: `media:${input.id}` }
  })
}

export async function deleteMediaAction(form: FormData): Promise<void> {
  await runAction({ form: 'delete', act: 'media.delete', schema: deleteMediaSchema }, form, async (input, context) => {
    const { db, session, now } = context
    const result = await deleteMedia(db, input, session.viewer, now)
    if (!result.ok) return { ...result, object: `media:${input.id}` }
    return { ok: true, done: 'deleted', shown: { count: String(result.articles) } }
  })
}

/** By the newsroom's own script, when the new file has been uploaded. */
export async function replaceMediaAction(sent: unknown) {
  return runCall('media.edit', replaceMediaSchema, sent, async (input, { db, viewer, now }) =>
    replaceFile(db, input, viewer, now),
  )
}

/** Asked at each pause of whoever looks for a picture while writing. */
export async function findPicturesAction(sent: unknown) {
  return runCall('media.read', findPicturesSchema, sent, async ({ typed }, { db, viewer, now }) => ({
    ok: true as const,
    pictures: await listPictureChoices(db, viewer, typed, now),
  }))
}
