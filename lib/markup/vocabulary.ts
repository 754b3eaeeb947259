// Which elements a body may have, and what becomes of every other one.

/** How an element takes part in a body. */
type Role =
  | 'inline' // runs inside a paragraph; around blocks it is pushed down into each
  | 'leaf' // holds inline content only: a paragraph, a heading
  | 'flow' // holds blocks
  | 'list' // holds items
  | 'item' // li, dt, dd
  | 'table' // table and its parts
  | 'break' // br, hr
  | 'image'
  | 'embed' // what loads something from elsewhere: becomes a link
  | 'block' // a wrapper like div: parts paragraphs and leaves its children
  | 'unwrapped' // leaves its children, and nothing else
  | 'nothing' // has no content that could be kept
  | 'dropped' // goes with all that is in it

type Entry = { role: Role; name: string; counted: boolean }

const entries = new Map<string, Entry>()

function define(role: Role, names: string, renamed = '', counted = false): void {
  for (const name of names.split(' ')) entries.set(name, { role, name: renamed || name, counted })
}

define('inline', 'a strong em b i u s del ins small sub sup abbr mark time span q cite code kbd samp var')
define('inline', 'strike', 's')
define('inline', 'tt', 'code')
define('inline', 'acronym', 'abbr')
define('inline', 'dfn', 'em')
define('inline', 'bdi bdo font', 'span')
define('leaf', 'p h2 h3 h4 pre summary')
define('leaf', 'h1', 'h2')
define('leaf', 'h5 h6', 'h4')
define('leaf', 'xmp listing plaintext', 'pre')
define('flow', 'blockquote footer figure figcaption details')
// A section is kept only as the one that holds footnotes (lib/markup/body-builder.ts); else it is a wrapper.
define('flow', 'section')
define('list', 'ul ol dl')
define('list', 'dir menu', 'ul')
define('item', 'li dt dd')
define('table', 'table caption thead tbody tfoot tr td th')
define('break', 'br hr')
define('image', 'img')
define('image', 'image', 'img')
define('embed', 'iframe object embed audio video')
define('block', 'div article aside header main nav hgroup center address form fieldset legend dialog search marquee')
define('unwrapped', 'html body big nobr label picture ruby rb rp rt rtc noscript data map slot meter progress')
define('nothing', 'wbr source track param col colgroup area meta link base basefont bgsound keygen frame')
define('nothing', 'input', '', true)
define('dropped', 'head title')
define(
  'dropped',
  'script style template svg math applet noembed noframes textarea select option optgroup button datalist output canvas frameset',
  '',
  true,
)

/** Unknown elements leave their children, and are counted. */
export function roleOf(element: string): Entry {
  return entries.get(element) ?? { role: 'unwrapped', name: element, counted: true }
}

export const BODY_CLASSES: ReadonlySet<string> = new Set(
  'pull-quote place credit embed gallery footnotes number shortcode wide'.split(' '),
)

// Ids that our own pages give: an imported one would take the target of their links.
const PAGE_IDS: ReadonlySet<string> = new Set(
  'main comments respond comment author email url correction notes about related check-also comments-title reply-title email-notes'.split(
    ' ',
  ),
)

/** At most 200 characters, no spaces, none of the page's own. Case is folded: some style sheets and scripts do. */
export function isBodyId(id: string): boolean {
  const folded = id.toLowerCase()
  return /^[^\s"'`<>&=]{1,200}$/u.test(id) && !PAGE_IDS.has(folded) && !folded.startsWith('comment-')
}
