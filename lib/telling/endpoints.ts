import { PINGBACK_PATH, type TellingSettings, WEBMENTION_PATH } from './settings'

/** Where other sites say that they link to a page, absolute; null where that is not heard. */
export type Endpoints = { webmention: string | null; pingback: string | null }

/** Whoever may not comment on an article may not mention it either. */
export function endpointsOf(
  { receiveWebmentions, receivePingbacks }: TellingSettings,
  { commentsOpen }: { commentsOpen: boolean },
  siteUrl: string,
): Endpoints {
  return {
    webmention: receiveWebmentions && commentsOpen ? siteUrl + WEBMENTION_PATH : null,
    pingback: receivePingbacks && commentsOpen ? siteUrl + PINGBACK_PATH : null,
  }
}

/** The same for those who read no more than the head of an answer. */
export const endpointHeaders = ({ webmention, pingback }: Endpoints): Record<string, string> => ({
  ...(webmention && { link: `<${webmention}>; rel="webmention"` }),
  ...(pingback && { 'x-pingback': pingback }),
})
