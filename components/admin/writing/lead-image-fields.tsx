import { useState } from 'react'
import type { WritingWords } from '@/lib/i18n/writing-words'
import type { Image } from '@/lib/media/image'
import type { StoredPicture } from '@/lib/media/upload'
import { LeadImageUpload } from './lead-image-upload'
import { LineField } from './line-field'

type Props = { words: WritingWords; locale: string; image: Image | null; set(image: Image | null): void }

const NOTHING: Image = { src: '', alt: '', caption: '', credit: '', width: null, height: null }

/** The lead image, from this device or by its address. Without one there is no image; the words that were typed for it wait here. */
export function LeadImageFields({ words, locale, image, set }: Props) {
  const { fields } = words
  const [lead, setLead] = useState(image ?? NOTHING)
  const change = (next: Partial<Image>) => {
    const changed = { ...lead, ...next }
    setLead(changed)
    set(changed.src.trim() ? changed : null)
  }
  // What was written for the place stays; where nothing was, the library's words stand.
  const take = ({ src, width, height, alt, caption, credit }: StoredPicture) =>
    change({
      ...{ src, width, height },
      alt: lead.alt || alt,
      caption: lead.caption || caption,
      credit: lead.credit || credit,
    })
  return (
    <>
      <LeadImageUpload locale={locale} src={lead.src} take={take} />
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
