// What a browser with script adds to a page that works without. One file, no framework; each part looks for what it adds to
// and leaves the page as it is where that is not there.
import { slideInCheckAlso } from './check-also'
import { copyLinks } from './copy-link'
import { loadEmbeds } from './embeds'
import { takeMarkedAlong } from './marked-sentence'
import { sayRelativeTimes } from './relative-times'
import { fillRemembered } from './remembered'
import { moveReplyForm } from './reply-form'

const PARTS = [
  ...[moveReplyForm, fillRemembered, slideInCheckAlso, copyLinks, sayRelativeTimes, loadEmbeds],
  takeMarkedAlong,
]
for (const part of PARTS) {
  try {
    part()
  } catch (error) {
    // An old browser without one thing still gets the others.
    console.warn(error)
  }
}
