'use client'

import { createContext, useContext } from 'react'
import { editorEn } from '@/lib/i18n/editor-en'
import type { EditorWords } from '@/lib/i18n/editor-words'

/** For the views of nodes, which ProseMirror places and nobody hands anything down to. */
export const EditorContext = createContext<{ words: EditorWords; mayEditHtml: boolean }>({
  words: editorEn,
  mayEditHtml: false,
})

export const useEditorWords = (): EditorWords => useContext(EditorContext).words
export const useMayEditHtml = (): boolean => useContext(EditorContext).mayEditHtml
