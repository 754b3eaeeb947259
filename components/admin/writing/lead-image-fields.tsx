import { useState } from 'react'
import type { WritingWords } from '@/lib/i18n/writing-words'
import type { Image } from '@/lib/media/image'
import { LineField } from './line-field'

type Props = { words: WritingWords; image: Image | null; set(image: Image | null): void }

const NOTHING: Image = { src: '', alt: '', caption: '', credit: '', width: null, height: null }

/** The lead image, by its address. Without one there is no image; the words that were typed for it wait here. */
export function LeadImageFields({ words, image, set }: Props) {
  const { fields } = words
  const [lead, setLead] = useState(image ?? NOTHING)
  const change = (next: Partial<Image>) => {
    const changed = { ...lead, ...next }
    setLead(changed)
    set(changed.src.trim() ? changed : null)
  }
  return (
    <>
      <LineField id="lead-src" label={fields.src} value={lead.src} onChange={(src) => change(sized(src))} dir="ltr" />
      <LineField id="lead-alt" label={fields.alt} value={lead.alt} onChange={(alt) => change({ alt })} />
      <LineField
        id="lead-caption"
        label={fields.caption}
        value={lead.caption}
        onChange={(caption) => change({ caption })}
      />
      <LineField id="lead-credit" label={fields.credit} value={lead.credit} onChange={(credit) => change({ credit })} />
    </>
  )
}

/** Another image has another size. */
const sized = (src: string): Partial<Image> => ({ src, width: null, height: null })
