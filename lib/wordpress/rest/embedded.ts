/** What WordPress shows of something that is drawn out of a link: its context "embed". */
const SHOWN = {
  posts: 'id date slug type link title excerpt author featured_media _links',
  users: 'id name url description link slug avatar_urls _links',
  terms: 'id link name slug taxonomy _links',
  comments: 'id parent author author_name author_url date content link type _links',
  media: 'id date slug type link title author caption alt_text media_type mime_type media_details source_url _links',
}

export function embedded(kind: keyof typeof SHOWN, object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(SHOWN[kind].split(' ').flatMap((name) => (name in object ? [[name, object[name]]] : [])))
}
