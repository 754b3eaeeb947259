import type { Prisma } from '@/generated/sqlite/client'
import type { Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { SITE_TAG } from './facts'

/** Writes one of the publication's settings over what was there. */
export async function writeSetting(tx: Tx, key: string, value: Prisma.InputJsonValue): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
  changed(tx, SITE_TAG)
}
