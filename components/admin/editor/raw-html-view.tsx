'use client'

import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { useId } from 'react'
import { useEditorWords, useMayEditHtml } from './words-context'

/** HTML as its source. It is never drawn here: what a reader gets of it is known when it has been cleaned. */
export function RawHtmlView({ node, selected, updateAttributes }: NodeViewProps) {
  const words = useEditorWords()
  const mayEdit = useMayEditHtml()
  const id = useId()
  const { html } = node.attrs
  return (
    <NodeViewWrapper className={selected ? 'raw-html picked' : 'raw-html'} data-drag-handle="">
      <div contentEditable={false}>
        <label className="meta" htmlFor={id}>
          {words.rawLabel}
        </label>
        <textarea
          id={id}
          dir="ltr"
          spellCheck={false}
          rows={Math.min(16, String(html).split('\n').length + 1)}
          value={html}
          readOnly={!mayEdit}
          aria-describedby={`${id}-note`}
          onChange={(event) => updateAttributes({ html: event.target.value })}
        />
        <p className="hint" id={`${id}-note`}>
          {mayEdit ? words.rawNote : words.rawLocked}
        </p>
      </div>
    </NodeViewWrapper>
  )
}
