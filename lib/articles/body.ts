const PAGE_BREAK = '<!--nextpage-->'

/** The pages an author parted the text into; one where there is no break. */
export function bodyPages(body: string): string[] {
  return body.split(PAGE_BREAK).map((page) => page.trim())
}

const FOOTNOTES = /<section class="footnotes"[^>]*>([\s\S]*?)<\/section>/

/** The list of footnotes apart from the text: it hangs in the margin below, not in the column. */
export function partFootnotes(body: string): { text: string; footnotes: string | null } {
  const match = FOOTNOTES.exec(body)
  if (!match) return { text: body, footnotes: null }
  // A heading of the converter's ("Footnotes") gives way to the page's own.
  const footnotes = (match[1] ?? '').replace(/<h[2-4][^>]*>[\s\S]*?<\/h[2-4]>/, '').trim()
  return { text: body.replace(match[0], '').trim(), footnotes }
}
