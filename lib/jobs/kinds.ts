import { z } from 'zod'
import { finishAlternates } from '@/lib/articles/alternate-mutations'
import {
  enqueueScheduled,
  publishChangesOnTime,
  publishOnTime,
  withdrawOnTime,
} from '@/lib/articles/editing/scheduled-mutations'
import { moveAddresses } from '@/lib/articles/moving/mutations'
import { forgetSpentBudgets } from '@/lib/auth/budgets'
import { forgetEndedSessions } from '@/lib/auth/sign-out'
import { tidyFigures } from '@/lib/counting/tidy-mutations'
import { OUTSIDE } from '@/lib/http/fetch-outside'
import { forgetOldInvalidations } from '@/lib/invalidation'
import { mailInvitation, mailReset, mailSentBack } from '@/lib/mail/mutations'
import { mailTest } from '@/lib/mail/test-mutations'
import { fillGaps } from '@/lib/media/arrived-mutations'
import { finishVariants, forgetLeftovers, makeVariants } from '@/lib/media/avif-mutations'
import { forgetFiles } from '@/lib/media/forget-mutations'
import { moveUses } from '@/lib/media/replace-mutations'
import { indexWords, lookThrough } from '@/lib/media/use-mutations'
import { mailReport } from '@/lib/reports/mail-mutations'
import { indexAuthor, indexTag } from '@/lib/search/rebuild-mutations'
import {
  fillSchema,
  fillSocialImages,
  finishFilling,
  lookThroughSocialImages,
} from '@/lib/social-images/fill-mutations'
import { finishSocialImage, forgetSocialImage, makeSocialImage } from '@/lib/social-images/mutations'
import { storageTest } from '@/lib/storage/test-mutations'
import { hearingLane, tellingLane } from '@/lib/telling/job-mutations'
import { jobKind } from './kind'
import type { Lane } from './lease'
import { forgetOldJobs } from './mutations'

/** Done in a moment and exactly on time. */
export const PROMPT: Lane = {
  kinds: {
    'article.publish': publishOnTime,
    'article.withdraw': withdrawOnTime,
    'article.publishChanges': publishChangesOnTime,
    'article.alternates': jobKind({
      payload: z.object({ originalId: z.number().int() }),
      finish: finishAlternates,
    }),
  },
  atOnce: 10,
  leaseMs: 4_000,
}

/** What waits for another machine, so that nothing else waits for it. */
export const MAIL: Lane = {
  kinds: {
    'mail.invitation': mailInvitation,
    'mail.report': mailReport,
    'mail.reset': mailReset,
    'mail.sentBack': mailSentBack,
    'mail.test': mailTest,
    'storage.test': storageTest,
  },
  atOnce: 1,
  leaseMs: 30_000,
}

const MINUTE_MS = 60_000
const nothing = z.object({})

/** What may take its time. */
export const SLOW: Lane = {
  kinds: {
    forget: jobKind({
      payload: nothing,
      everyMs: 60 * MINUTE_MS,
      async work(db) {
        await forgetOldInvalidations(db, new Date())
        await forgetOldJobs(db, new Date())
        await forgetSpentBudgets(db, new Date())
        await forgetEndedSessions(db, new Date())
      },
    }),
    'media.forgetLeftovers': jobKind({
      payload: nothing,
      everyMs: 24 * 60 * MINUTE_MS,
      work: (db) => forgetLeftovers(db, new Date()),
    }),
    'figures.tidy': jobKind({
      payload: nothing,
      everyMs: 10 * MINUTE_MS,
      work: (db) => tidyFigures(db, new Date()),
    }),
    'media.lookThrough': jobKind({
      payload: z.object({ after: z.number().int() }),
      work: async (db, { after }) => {
        if (after === 0) await indexWords(db)
      },
      finish: lookThrough,
    }),
    'media.moveUses': jobKind({
      payload: z.object({
        ...{ mediaId: z.number().int(), after: z.number().int(), from: z.string(), to: z.string() },
        ...{ width: z.number().int(), height: z.number().int() },
      }),
      finish: moveUses,
    }),
    'media.fillGaps': jobKind({ payload: nothing, work: (db) => fillGaps(db) }),
    'media.forget': jobKind({
      payload: z.object({ path: z.string(), since: z.number() }),
      work: (db, order) => forgetFiles(db, order),
    }),
    'taxonomy.indexTag': jobKind({
      payload: z.object({ tagId: z.number().int() }),
      work: (db, { tagId }) => indexTag(db, tagId),
    }),
    'authors.index': jobKind({
      payload: z.object({ authorId: z.number().int() }),
      work: (db, { authorId }) => indexAuthor(db, authorId),
    }),
    'articles.moveAddresses': moveAddresses,
    'articles.enqueueScheduled': jobKind({ payload: nothing, everyMs: MINUTE_MS, finish: enqueueScheduled }),
  },
  atOnce: 1,
  leaseMs: 30_000,
}

/** Takes a processor for seconds, and keeps nothing else waiting. */
export const PICTURES: Lane = {
  kinds: {
    'media.avif': jobKind({
      payload: z.object({ mediaId: z.number().int() }),
      work: (db, order) => makeVariants(db, order),
      finish: finishVariants,
    }),
  },
  atOnce: 1,
  leaseMs: 30_000,
}

/** What waits for machines that somebody else chose. */
export const TELLING: Lane = tellingLane(OUTSIDE)
export const HEARING: Lane = hearingLane(OUTSIDE)
/** A second each, some for a go of an archive, and not behind the pictures: what is withdrawn is to be gone. */
export const SOCIAL: Lane = {
  kinds: {
    'socialImages.lookThrough': jobKind({
      payload: nothing,
      everyMs: 2 * MINUTE_MS,
      work: (db) => lookThroughSocialImages(db, new Date()),
    }),
    'socialImages.fill': jobKind({
      payload: fillSchema,
      work: (db, filling) => fillSocialImages(db, filling),
      finish: finishFilling,
    }),
    'socialImages.make': jobKind({
      payload: z.object({ articleId: z.number().int() }),
      work: (db, order) => makeSocialImage(db, order),
      finish: finishSocialImage,
    }),
    'socialImages.forget': jobKind({
      payload: z.object({ path: z.string() }),
      work: (db, order) => forgetSocialImage(db, order),
    }),
  },
  atOnce: 1,
  leaseMs: 30_000,
}
