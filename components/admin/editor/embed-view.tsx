'use client'

import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { useId } from 'react'
import { useEditorWords } from './words-context'

/** The card that readers get in place of what it leads to: nothing is loaded here either. */
export function EmbedView({ node, selected, updateAttributes }: NodeViewProps) {
  const words = useEditorWords()
  const id = useId()
  const { href, title } = node.attrs
  const host = URL.canParse(href) ? new URL(href).hostname.replace(/^www\./, '') : ''
  return (
    <NodeViewWrapper as="figure" className={selected ? 'embed picked' : 'embed'} data-drag-handle="">
      <div className="embed-card" contentEditable={false}>
        <p className="meta">
          {words.kinds.embed} <bdi>{host}</bdi>
        </p>
        <div className="field">
          <label htmlFor={id}>{words.embedName}</label>
          <input
            id={id}
            type="text"
            dir="auto"
            value={title ?? ''}
            onChange={(event) => updateAttributes({ title: event.target.value || null })}
          />
        </div>
        <p className="meta" dir="ltr">
          {href}
        </p>
      </div>
      <NodeViewContent<'figcaption'> as="figcaption" aria-label={words.caption} data-placeholder={words.caption} />
    </NodeViewWrapper>
  )
}
