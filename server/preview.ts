import type { OutgoingHttpHeaders } from 'node:http'
import { ONE_READERS, previewPolicy } from './headers'

/** In the newsroom, in a frame; and by a link, for somebody outside. */
const FRAMED = /^\/admin\/(articles\/\d+|front)\/preview\/reader\/?$/
const SHARED = /^\/preview\/[^/]+\/?$/

/** True for the decoded path of what is drawn as readers will see it and is no reader's yet. */
export const isPreviewPath = (path: string): boolean => FRAMED.test(path) || SHARED.test(path)

/** Kept by nobody, found by no search engine. */
export function previewHeaders(path: string): OutgoingHttpHeaders {
  return {
    'content-security-policy': previewPolicy(FRAMED.test(path)),
    'cache-control': ONE_READERS,
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
  }
}
