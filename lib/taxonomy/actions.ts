'use server'

import { z } from 'zod'
import { runCall } from '@/lib/auth/call'
import { LONGEST_TAG, makeTag } from './tag-mutations'

/** A tag that is not there yet, made by whoever writes. */
export async function makeTagAction(sent: unknown) {
  const schema = z.object({ name: z.string().max(LONGEST_TAG * 4) })
  return runCall('tags.make', schema, sent, async (input, { db, viewer, now }) => makeTag(db, input, viewer, now))
}
