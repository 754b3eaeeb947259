import type { ArticleDocument } from '@/lib/documents/document'

/** The source of every raw block. */
export function rawBlocks(document: ArticleDocument): string[] {
  return (document.content ?? []).filter(({ type }) => type === 'rawHtml').map(({ attrs }) => String(attrs?.html ?? ''))
}

/**
 * True where a document has a raw block that it did not have before. Whoever may not write HTML may still work around
 * the blocks an import or an editor has left.
 */
export function addsRawBlock(before: ArticleDocument | null, after: ArticleDocument): boolean {
  const had = new Set(before === null ? [] : rawBlocks(before))
  return rawBlocks(after).some((html) => !had.has(html))
}
