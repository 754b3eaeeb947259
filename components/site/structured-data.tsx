import type { Thing } from 'schema-dts'

/** What a page says of itself to machines; the only place that writes a script's body. */
export function StructuredData({ things }: { things: readonly Thing[] }) {
  if (!things.length) return null
  const document = { '@context': 'https://schema.org', '@graph': things }
  // A headline may contain "</script>".
  const json = JSON.stringify(document).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped above, and no browser runs it
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
