import { CURIES, type Links, link } from './links'

const links = (siteUrl: string, collection: string, items: string): Links => ({
  collection: link(siteUrl, collection),
  'wp:items': link(siteUrl, items),
  curies: CURIES,
})

const TYPES = [
  { slug: 'post', name: 'Posts', icon: 'dashicons-admin-post', taxonomies: ['category', 'post_tag'], base: 'posts' },
  { slug: 'page', name: 'Pages', icon: 'dashicons-admin-page', taxonomies: [], base: 'pages' },
  { slug: 'attachment', name: 'Media', icon: 'dashicons-admin-media', taxonomies: [], base: 'media' },
]
const TAXONOMIES = [
  { slug: 'category', name: 'Categories', hierarchical: true, base: 'categories' },
  { slug: 'post_tag', name: 'Tags', hierarchical: false, base: 'tags' },
]

type Kinds = Record<string, Record<string, unknown>>

/** What never differs from one site to the next, by what it is asked for. */
export const KINDS: Record<string, { code: string; message: string; of: (siteUrl: string) => Kinds }> = {
  types: {
    code: 'rest_type_invalid',
    message: 'Invalid post type.',
    of: (siteUrl) =>
      named(
        TYPES.map(({ base, ...type }) => ({
          description: '',
          hierarchical: type.slug === 'page',
          has_archive: false,
          ...type,
          rest_base: base,
          rest_namespace: 'wp/v2',
          _links: links(siteUrl, 'types', base),
        })),
      ),
  },
  taxonomies: {
    code: 'rest_taxonomy_invalid',
    message: 'Invalid taxonomy.',
    of: (siteUrl) =>
      named(
        TAXONOMIES.map(({ base, ...taxonomy }) => ({
          ...taxonomy,
          description: '',
          types: ['post'],
          rest_base: base,
          rest_namespace: 'wp/v2',
          _links: links(siteUrl, 'taxonomies', base),
        })),
      ),
  },
  statuses: {
    code: 'rest_status_invalid',
    message: 'Invalid status.',
    of: (siteUrl) =>
      named([
        {
          name: 'Published',
          public: true,
          queryable: true,
          slug: 'publish',
          date_floating: false,
          _links: { archives: link(siteUrl, 'posts') },
        },
      ]),
  },
}

const named = (all: ({ slug: string } & Record<string, unknown>)[]): Kinds =>
  Object.fromEntries(all.map((one) => [one.slug, one]))
