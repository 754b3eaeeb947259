'use client'

import type { Editor } from '@tiptap/core'
import { EditorContent, ReactNodeViewRenderer, useEditor } from '@tiptap/react'
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { compactDocument } from '@/lib/documents/compact'
import type { ArticleDocument } from '@/lib/documents/document'
import { documentSchema } from '@/lib/documents/prosemirror-schema'
import { editorWordsFor } from '@/lib/i18n/editor-words'
import { directionOf } from '@/lib/i18n/locale'
import type { Question } from './blocks'
import { CountLine } from './count-line'
import { EmbedView } from './embed-view'
import { editorExtensions } from './extensions'
import { FindBar } from './find-bar'
import { ImageView } from './image-view'
import { KeysDialog } from './keys-dialog'
import { dropFiles, paste } from './paste'
import { QuestionDialog } from './question-dialog'
import { RawHtmlView } from './raw-html-view'
import { type KeyHandler, SlashMenu } from './slash-menu'
import { TableTools } from './table-tools'
import { FloatingToolbar, TouchBar } from './toolbar'
import { useUploadPlaces } from './use-upload-places'
import { EditorContext } from './words-context'

const QUIET_MS = 250
const VIEWS = {
  image: ReactNodeViewRenderer(ImageView),
  embed: ReactNodeViewRenderer(EmbedView),
  rawHtml: ReactNodeViewRenderer(RawHtmlView),
}

/** What whoever saves may ask of the editor. */
export type EditorHandle = {
  /** The text as it is this moment. */
  document(): ArticleDocument
  /** Grows with every change of the text; 0 as it was opened. */
  changes(): number
  /** True where the text was changed after it had this number of changes. */
  changedSince(changes: number): boolean
  focus(): void
}

type Props = {
  initial: ArticleDocument
  /** The language of the editor's own words. */
  locale: string
  /** The language of the article, which gives its direction. */
  articleLocale: string
  mayEditHtml: boolean
  /** The text, a moment after it was changed. */
  onChange(document: ArticleDocument): void
  ref?: Ref<EditorHandle>
}

/** The text of an article, to be written. It knows nothing of saving. */
export function DocumentEditor({ initial, locale, articleLocale, mayEditHtml, onChange, ref }: Props) {
  const words = useMemo(() => editorWordsFor(locale), [locale])
  const extensions = useMemo(() => editorExtensions(words, VIEWS), [words])
  const [question, setQuestion] = useState<Question | null>(null)
  const [showsKeys, setShowsKeys] = useState(false)
  const changes = useRef(0)
  const slashKeys = useRef<KeyHandler | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  const writing = useRef<Editor | null>(null)
  const report = useLater(onChange)
  const { take, drawn } = useUploadPlaces(writing, locale)

  const editor = useEditor({
    extensions,
    schemaSpec: documentSchema.spec,
    content: initial,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    enablePasteRules: false,
    editorProps: {
      attributes: {
        class: 'document',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': words.text,
        'aria-haspopup': 'listbox',
        lang: articleLocale,
        dir: directionOf(articleLocale),
      },
      handleKeyDown: (_, event) => {
        if (slashKeys.current?.(event)) return true
        const command = event.ctrlKey || event.metaKey
        if (command && event.shiftKey && event.key.toLowerCase() === 'k') setQuestion('link')
        else if (command && event.key === '?') setShowsKeys(true)
        else if (event.altKey && event.key === 'F10') bar.current?.querySelector('button')?.focus()
        else return false
        return true
      },
      handlePaste: (_, event) => writing.current !== null && paste(writing.current, event, take),
      handleDrop: (_, event, __, moved) =>
        writing.current !== null && !moved && dropFiles(writing.current, event, take),
    },
    onUpdate: ({ editor: current }) => {
      changes.current++
      report(() => documentOf(current))
    },
  })

  writing.current = editor
  useImperativeHandle(ref, () => ({
    document: () => (editor ? documentOf(editor) : initial),
    changes: () => changes.current,
    changedSince: (before) => changes.current > before,
    focus: () => editor?.commands.focus(),
  }))
  if (editor === null) return null

  return (
    <EditorContext value={{ words, mayEditHtml }}>
      <FindBar editor={editor} words={words} locale={locale} />
      <div className="galley editor" lang={locale} dir={directionOf(locale)}>
        <EditorContent editor={editor} />
        <SlashMenu editor={editor} words={words} mayEditHtml={mayEditHtml} ask={setQuestion} keys={slashKeys} />
        <FloatingToolbar editor={editor} words={words} ask={setQuestion} bar={bar} />
        <TableTools editor={editor} words={words} />
        {drawn}
      </div>
      <TouchBar editor={editor} words={words} ask={setQuestion} />
      <footer className="edit-foot">
        <CountLine editor={editor} words={words} locale={articleLocale} />
        <button type="button" className="button plain" onClick={() => setShowsKeys(true)}>
          {words.keysTitle} <kbd dir="ltr">Ctrl ?</kbd>
        </button>
      </footer>
      {question !== null && (
        <QuestionDialog
          editor={editor}
          question={question}
          locale={locale}
          take={take}
          close={() => setQuestion(null)}
        />
      )}
      {showsKeys && (
        <KeysDialog
          words={words}
          close={() => {
            setShowsKeys(false)
            editor.commands.focus()
          }}
        />
      )}
    </EditorContext>
  )
}

const documentOf = (editor: Editor): ArticleDocument => compactDocument(editor.getJSON() as ArticleDocument)

/** Tells of a change once the writer pauses; what was not told yet is told when the editor goes. */
function useLater(tell: (document: ArticleDocument) => void): (read: () => ArticleDocument) => void {
  const latest = useRef(tell)
  latest.current = tell
  const waiting = useRef<{ timer: number; read: () => ArticleDocument } | null>(null)
  useEffect(
    () => () => {
      if (waiting.current === null) return
      clearTimeout(waiting.current.timer)
      latest.current(waiting.current.read())
      waiting.current = null
    },
    [],
  )
  return (read) => {
    if (waiting.current !== null) clearTimeout(waiting.current.timer)
    const timer = window.setTimeout(() => {
      waiting.current = null
      latest.current(read())
    }, QUIET_MS)
    waiting.current = { timer, read }
  }
}
