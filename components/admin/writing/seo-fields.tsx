import { useMemo } from 'react'
import { SHOWN_DESCRIPTION, SHOWN_TITLE, shownTo } from '@/lib/articles/checks'
import { excerptOf } from '@/lib/articles/excerpt'
import { isWebAddress } from '@/lib/articles/web-address'
import { documentText } from '@/lib/documents/document-text'
import type { FieldsWords } from '@/lib/i18n/fields-words'
import { directionOf } from '@/lib/i18n/locale'
import { LineField } from './line-field'
import { FewLines, Tick } from './part'
import type { WriterProps, Written } from './props'

type Props = {
  said: FieldsWords
  content: Written
  site: WriterProps['site']
  /** Where it lives, or will. */
  path: string
  set(next: Partial<Written>): void
}

/** What search engines and link cards say of the article, and how that will look. */
export function SeoFields({ said, content, site, path, set }: Props) {
  const { seoTitle, seoDescription, canonicalUrl, noIndex, headline, excerpt, dek, document } = content
  const { seo } = said
  const text = useMemo(() => documentText(document), [document])
  const title = seoTitle?.trim() || headline
  const description = seoDescription?.trim() || excerptOf(excerpt, dek, text)
  const address = canonicalUrl && isWebAddress(canonicalUrl) ? canonicalUrl : site.url + path
  const length = (shown: string, about: number) => seo.count([...shown].length, about)
  return (
    <>
      <LineField
        id="seo-title"
        label={seo.seoTitle}
        hint={`${seo.seoTitleHint} ${length(title, SHOWN_TITLE)}`}
        value={seoTitle ?? ''}
        onChange={(value) => set({ seoTitle: value || null })}
      />
      <FewLines
        id="seo-description"
        label={seo.description}
        hint={`${seo.descriptionHint} ${length(description, SHOWN_DESCRIPTION)}`}
        value={seoDescription ?? ''}
        onChange={(value) => set({ seoDescription: value || null })}
      />
      <LineField
        id="canonical"
        label={seo.canonical}
        hint={canonicalUrl && !isWebAddress(canonicalUrl.trim()) ? seo.canonicalWrong : seo.canonicalHint}
        value={canonicalUrl ?? ''}
        dir="ltr"
        onChange={(value) => set({ canonicalUrl: value || null })}
      />
      <Tick label={seo.noIndex} checked={noIndex} onChange={(value) => set({ noIndex: value })} />
      <figure className="shown-there">
        <figcaption className="label">{seo.asResult}</figcaption>
        {noIndex ? <p className="hint">{seo.hidden}</p> : null}
        <div className="serp" lang={content.locale} dir={directionOf(content.locale)}>
          <p className="addr" dir="ltr">
            {shownAddress(address)}
          </p>
          <p className="t">{shownTo(`${title} – ${site.name}`, SHOWN_TITLE)}</p>
          <p className="d">{shownTo(description, SHOWN_DESCRIPTION)}</p>
        </div>
      </figure>
      <figure className="shown-there">
        <figcaption className="label">{seo.asCard}</figcaption>
        <div className="card" lang={content.locale} dir={directionOf(content.locale)}>
          {content.leadImage?.src.startsWith('/') ? <img src={content.leadImage.src} alt="" /> : null}
          <div>
            <p className="meta" dir="ltr">
              {hostOf(address)}
            </p>
            <p>
              <b>{title}</b>
            </p>
            <p className="meta">{shownTo(description, SHOWN_DESCRIPTION)}</p>
          </div>
        </div>
      </figure>
    </>
  )
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '')

/** As search results have it: the host, then what leads to the page. */
function shownAddress(address: string): string {
  if (!URL.canParse(address)) return address
  const { host, pathname } = new URL(address)
  const parts = pathname.split('/').filter(Boolean).map(readable)
  return [host, ...parts].join(' › ')
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
