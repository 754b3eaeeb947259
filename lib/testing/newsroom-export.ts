import { comment, item, SITE, type WxrPost, wxr } from './wxr'

const UPLOADS = `${SITE}/wp-content/uploads`
const NO_DATE = '0000-00-00 00:00:00'
const unpublished = (id: number, status: string, more: NonNullable<WxrPost['fields']> = {}): WxrPost => ({
  fields: { 'wp:status': status, link: `${SITE}/?p=${id}`, 'wp:post_date_gmt': NO_DATE, ...more },
})

/** Posts in every status there is, by the number that the tests name them by. */
const POSTS: Record<number, WxrPost> = {
  1: {
    fields: { 'dc:creator': 'maren' },
    terms: [
      ['category', 'ferries', 'Ferries'],
      ['category', 'news', 'News'],
      ['post_tag', 'tide', 'Tide'],
      ['author', 'cap-jo', 'Jo Falk'],
      ['author', 'maren', 'Maren Vos'],
    ],
    meta: [
      ['_thumbnail_id', '50'],
      ['_wp_old_slug', 'tide-one'],
      ['views', '12'],
    ],
    comments: [
      comment(101),
      comment(102, { parent: 101 }),
      comment(103, { parent: 102, approved: 0 }),
      comment(104, { parent: 103 }),
      comment(105, { approved: 'spam', content: 'BUY SPAM' }),
      comment(106, { approved: 'trash', content: 'THROWN AWAY' }),
      comment(107, { type: 'note', content: 'EDITORS ONLY' }),
      comment(108, { type: 'pingback', author: 'Another paper', parent: 0 }),
      comment(109, { type: 'trackback', approved: 0 }),
      comment(110, { approved: 'post-trashed' }),
      comment(111, { parent: 107 }),
    ],
  },
  2: { fields: { 'wp:post_name': '%d9%85%d8%af-%d9%88-%d8%ac%d8%b2%d8%b1', title: 'مد و جزر' } },
  3: unpublished(3, 'draft'),
  4: unpublished(4, 'pending'),
  5: unpublished(5, 'future', { 'wp:post_date_gmt': '2030-05-01 10:00:00', 'wp:post_date': '2030-05-01 12:00:00' }),
  6: unpublished(6, 'future', { 'wp:post_date_gmt': '2025-05-01 10:00:00', 'wp:post_date': '2025-05-01 12:00:00' }),
  7: { fields: { 'wp:status': 'private' }, comments: [comment(120)] },
  8: { fields: { 'wp:post_password': 'low water' } },
  9: {
    ...unpublished(9, 'trash', { 'wp:post_name': 'tide-9__trashed' }),
    meta: [['_wp_trash_meta_time', '1706000000']],
  },
  10: { fields: { 'wp:status': 'auto-draft' }, comments: [comment(121)] },
  11: { fields: { link: `${SITE}/odd/path/Without-Slash`, guid: 'urn:tide:eleven' } },
  12: { fields: { 'wp:status': 'on-ice' } },
}

/** A small newsroom's export with something of every kind. `over` replaces posts by number. */
export function newsroomExport(over: Record<number, WxrPost> = {}): string {
  const posts = Object.entries({ ...POSTS, ...over }).map(([id, post]) => item(Number(id), post))
  const page = (id: number, slug: string, parent: number, path: string) =>
    item(id, {
      fields: {
        'wp:post_type': 'page',
        'wp:post_name': slug,
        'wp:post_parent': parent,
        link: `${SITE}${path}`,
        title: `Page ${slug}`,
      },
    })
  const attachment = (id: number, url: string, meta: [string, string][] = []) =>
    item(id, {
      fields: { 'wp:post_type': 'attachment', 'wp:status': 'inherit', 'wp:attachment_url': url, 'wp:post_parent': 1 },
      meta,
    })
  const others = [
    page(31, 'team', 30, '/about/team/'),
    page(30, 'about', 0, '/about/'),
    attachment(50, `${UPLOADS}/2024/01/heron.jpg`, [['_wp_attachment_image_alt', 'A heron']]),
    attachment(51, 'https://cdn.example/far/gull.png'),
    item(60, { fields: { 'wp:post_type': 'nav_menu_item', title: 'Home' }, terms: [['nav_menu', 'top', 'Top']] }),
    item(61, { fields: { 'wp:post_type': 'product' } }),
  ]
  return wxr({
    channel: { language: 'de-DE' },
    authors: [
      { author_id: 1, author_login: 'maren', author_display_name: 'Maren Vos', author_email: 'maren@post.example' },
      { author_id: 2, author_login: 'jo', author_display_name: 'Jo Falk', author_email: 'jo@post.example' },
    ],
    categories: [
      { term_id: 2, category_nicename: 'ferries', category_parent: 'harbour', cat_name: 'Ferries' },
      { term_id: 1, category_nicename: 'harbour', category_parent: '', cat_name: 'Harbour &amp; port' },
      { term_id: 3, category_nicename: 'news', category_parent: '', cat_name: 'News' },
    ],
    tags: [{ term_id: 4, tag_slug: 'tide', tag_name: 'Tide' }],
    items: [...posts, ...others],
  })
}
