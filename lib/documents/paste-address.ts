import type { DocumentNode } from '@/lib/documents/document'
import { embedAddress } from '@/lib/markup/embeds'

/** The address of something to watch or read, pasted alone, becomes its card; null for any other text. */
export function pastedAddress(text: string): DocumentNode | null {
  const address = /\s/.test(text.trim()) ? null : embedAddress(text.trim())
  return address === null ? null : { type: 'embed', attrs: { href: address } }
}
