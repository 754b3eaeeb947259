import { z } from 'zod'
import { isWebAddress } from '@/lib/articles/web-address'

/** A box that is not ticked is not sent at all. */
const tick = z
  .literal('on')
  .optional()
  .transform((sent) => sent === 'on')
const address = z.string().trim().max(2_000, 'addressWrong').refine(isWebAddress, 'addressWrong')

export const tellingFormSchema = z.object({
  indexNow: tick,
  indexNowService: address,
  webSub: tick,
  hub: address,
  sendWebmentions: tick,
  receiveWebmentions: tick,
  receivePingbacks: tick,
})
export type TellingForm = z.infer<typeof tellingFormSchema>
