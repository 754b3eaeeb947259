import { zoneOffset } from '@/lib/calendar/days'
import { restUrl } from './links'
import type { Kind, Spec } from './parameters'
import { SPECS } from './specs'

const NAMESPACES = ['oembed/1.0', 'wp/v2']
const EMBED: Spec = {
  url: { type: 'text' },
  format: { type: 'text' },
  maxwidth: { type: 'integer', default: 600 },
  maxheight: { type: 'integer' },
}
const KIND_ROUTES = { types: 'type', taxonomies: 'taxonomy', statuses: 'status' }

/** What a site says of itself where its answers begin. */
export function siteIndex(
  site: { name: string; tagline: string; timeZone: string },
  siteUrl: string,
  now: Date,
): Record<string, unknown> {
  return {
    name: site.name,
    description: site.tagline,
    url: siteUrl,
    home: siteUrl,
    gmt_offset: String(zoneOffset(site.timeZone, now) / 3_600_000),
    timezone_string: site.timeZone,
    namespaces: NAMESPACES,
    authentication: [],
    routes: routes(siteUrl),
    _links: {},
  }
}

export function namespaceIndex(namespace: string, siteUrl: string): Record<string, unknown> | null {
  if (!NAMESPACES.includes(namespace)) return null
  const own = Object.entries(routes(siteUrl)).filter(([route]) => `${route}/`.startsWith(`/${namespace}/`))
  return { namespace, routes: Object.fromEntries(own), _links: { up: [{ href: restUrl(siteUrl, '/') }] } }
}

function routes(siteUrl: string): Record<string, unknown> {
  const lists = Object.entries(SPECS).flatMap(([name, spec]) => [
    route(siteUrl, `/wp/v2/${name}`, spec),
    ...(name === 'search' ? [] : [route(siteUrl, `/wp/v2/${name}/(?P<id>[\\d]+)`, {})]),
  ])
  const kinds = Object.entries(KIND_ROUTES).flatMap(([name, one]) => [
    route(siteUrl, `/wp/v2/${name}`, {}),
    route(siteUrl, `/wp/v2/${name}/(?P<${one}>[\\w-]+)`, {}),
  ])
  return Object.fromEntries([
    route(siteUrl, '/', {}),
    route(siteUrl, '/oembed/1.0', {}),
    route(siteUrl, '/oembed/1.0/embed', EMBED),
    route(siteUrl, '/wp/v2', {}),
    ...lists,
    ...kinds,
  ])
}

function route(siteUrl: string, path: string, spec: Spec): [string, unknown] {
  const namespace = NAMESPACES.find((name) => `${path}/`.startsWith(`/${name}/`)) ?? ''
  const args = Object.fromEntries(Object.entries(spec).map(([name, kind]) => [name, argument(kind)]))
  // A pattern is no address.
  const self = path.includes('(') ? {} : { _links: { self: [{ href: restUrl(siteUrl, path) }] } }
  return [path, { namespace, methods: ['GET'], endpoints: [{ methods: ['GET'], args }], ...self }]
}

function argument(kind: Kind): Record<string, unknown> {
  const rest = { ...(kind.default !== undefined && { default: kind.default }), required: false }
  switch (kind.type) {
    case 'choice':
      return { type: 'string', enum: kind.of, ...rest }
    case 'integers':
      return { type: 'array', items: { type: 'integer' }, ...rest }
    case 'words':
      return { type: 'array', items: { type: 'string' }, ...rest }
    case 'date':
      return { type: 'string', format: 'date-time', ...rest }
    case 'text':
      return { type: 'string', ...rest }
    case 'boolean':
      return { type: 'boolean', ...rest }
    case 'integer': {
      const { min, max } = kind
      return { type: 'integer', ...(min !== undefined && { minimum: min }), ...(max && { maximum: max }), ...rest }
    }
  }
}
