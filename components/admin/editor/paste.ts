import type { Editor } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import type { DocumentNode } from '@/lib/documents/document'
import { isOnlyImage } from '@/lib/documents/only-image'
import { pastedAddress } from '@/lib/documents/paste-address'
import { linkAddress } from '@/lib/markup/addresses'
import { insert } from './blocks'
import type { TakeFiles } from './use-upload-places'

/** True where the paste is dealt with here; what was copied in the editor itself ProseMirror reads. */
export function paste(editor: Editor, event: ClipboardEvent, take: TakeFiles): boolean {
  const data = event.clipboardData
  if (data === null || editor.isActive('codeBlock')) return false
  const html = data.getData('text/html')
  const text = data.getData('text/plain')
  if (html.includes('data-pm-slice=')) return false
  if (isOneAddress(text) && pasteAddress(editor, text.trim())) return true
  const files = Array.from(data.files)
  if (files.length > 0 && (html === '' || isOnlyImage(html))) {
    take(files)
    return true
  }
  if (html === '') return false
  void pasteHtml(editor, html)
  return true
}

/** Files that are dropped, whatever they are: what cannot be taken is said beside the place. True where there are some. */
export function dropFiles({ view }: Editor, event: DragEvent, take: TakeFiles): boolean {
  const files = Array.from(event.dataTransfer?.files ?? [])
  if (files.length === 0) return false
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
  take(files, place ? { at: place.pos } : {})
  return true
}

const isOneAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text.trim())

/** Over selected words an address is their link; on an empty line that of a film, say, is its card. */
function pasteAddress(editor: Editor, address: string): boolean {
  const { selection } = editor.state
  const href = linkAddress(address)
  if (!selection.empty && selection.$from.parent.inlineContent && href !== null) {
    return editor.chain().setMark('link', { href }).run()
  }
  const card = pastedAddress(address)
  if (card === null || selection.$from.parent.content.size > 0) return false
  insert(editor, card)
  return true
}

/** Loaded when it is first needed: the reader of HTML and the sanitiser weigh as much as the editor does. */
async function pasteHtml(editor: Editor, html: string): Promise<void> {
  const { pastedBlocks } = await import('@/lib/documents/paste')
  const blocks = pastedBlocks(html)
  if (blocks.length === 0 || editor.isDestroyed) return
  const content = Fragment.fromJSON(editor.schema, blocks)
  // A line at either end joins the line that it is pasted into.
  const open = (block: DocumentNode | undefined) => (block?.type === 'paragraph' ? 1 : 0)
  const slice = new Slice(content, open(blocks[0]), open(blocks.at(-1)))
  editor.view.dispatch(editor.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true))
}
