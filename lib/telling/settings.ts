import { z } from 'zod'
import { isWebAddress } from '@/lib/articles/web-address'

const address = z.string().refine(isWebAddress, 'must be an address of the web')

/** Whom the site tells of its articles, and from whom it hears: nobody, until somebody switches it on. */
export const tellingSchema = z.object({
  indexNow: z.boolean().default(false),
  /** Proves that it is this site that tells: it stands at an address of that name. Made when it is first needed. */
  indexNowKey: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable()
    .default(null),
  /** Hands it on to every search engine that takes part (indexnow.org). */
  indexNowService: address.default('https://api.indexnow.org/indexnow'),
  webSub: z.boolean().default(false),
  hub: address.default('https://pubsubhubbub.appspot.com/'),
  sendWebmentions: z.boolean().default(false),
  receiveWebmentions: z.boolean().default(false),
  receivePingbacks: z.boolean().default(false),
})
export type TellingSettings = z.infer<typeof tellingSchema>

/** The row in which they are stored. */
export const TELLING_KEY = 'telling'

/** The hub that feeds name; null where there is none. */
export const hubOf = ({ webSub, hub }: TellingSettings): string | null => (webSub ? hub : null)

/** Where other sites say that they link here. */
export const WEBMENTION_PATH = '/webmention/'
export const PINGBACK_PATH = '/xmlrpc.php'

/** Where the key stands for whoever was told to find it. */
export const keyPath = (key: string): string => `/${key}.txt`
export const KEY_PATH = /^\/([0-9a-f]{32})\.txt$/
