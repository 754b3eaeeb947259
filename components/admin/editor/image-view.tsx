'use client'

import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { useId } from 'react'
import { imageAddress } from '@/lib/markup/addresses'
import { useEditorWords } from './words-context'

/** An image with what must be said of it: the caption in the text's own hand, alt text and credit in fields below. */
export function ImageView({ node, selected, updateAttributes }: NodeViewProps) {
  const words = useEditorWords()
  const id = useId()
  const { src, alt, credit, decorative, width, height } = node.attrs
  return (
    <NodeViewWrapper as="figure" className={selected ? 'image picked' : 'image'} data-drag-handle="">
      <img
        src={imageAddress(String(src)) ?? undefined}
        alt={decorative ? '' : alt}
        width={width ?? undefined}
        height={height ?? undefined}
        contentEditable={false}
      />
      <NodeViewContent<'figcaption'> as="figcaption" aria-label={words.caption} data-placeholder={words.caption} />
      <div className="image-fields" contentEditable={false}>
        <div className="field">
          <label htmlFor={`${id}-alt`}>{words.alt}</label>
          <input
            id={`${id}-alt`}
            type="text"
            dir="auto"
            value={alt}
            disabled={decorative}
            aria-describedby={`${id}-hint`}
            onChange={(event) => updateAttributes({ alt: event.target.value })}
          />
          <p className="hint" id={`${id}-hint`}>
            {words.altHint}
          </p>
        </div>
        <div className="field">
          <label htmlFor={`${id}-credit`}>{words.credit}</label>
          <input
            id={`${id}-credit`}
            type="text"
            dir="auto"
            value={credit ?? ''}
            onChange={(event) => updateAttributes({ credit: event.target.value || null })}
          />
        </div>
        <label className="tick">
          <input
            type="checkbox"
            checked={decorative}
            onChange={(event) => updateAttributes({ decorative: event.target.checked })}
          />{' '}
          {words.decorative}
        </label>
      </div>
    </NodeViewWrapper>
  )
}
