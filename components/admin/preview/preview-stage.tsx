'use client'

import { useEffect, useRef, useState } from 'react'
import { fieldsWordsFor } from '@/lib/i18n/fields-words'

/** A small telephone, a tablet, a desk. */
const WIDTHS = [360, 768, 1280]
const USUAL = 768
const NARROWEST = 240
const WIDEST = 3_000

/** The page in a frame as wide as somebody wants to see it. */
export function PreviewStage({ locale, src }: { locale: string; src: string }) {
  const words = fieldsWordsFor(locale).preview
  /** Null: as wide as this window. */
  const [width, setWidth] = useState<number | null>(USUAL)
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    if (frame.current) frame.current.style.inlineSize = width === null ? '100%' : `${width}px`
  }, [width])
  useEffect(() => {
    // On a phone the page is as wide as the phone.
    if (innerWidth < USUAL) setWidth(null)
  }, [])
  useEffect(() => {
    const loaded = () => openLinksOutside(frame.current)
    const there = frame.current
    there?.addEventListener('load', loaded)
    // It may have been faster than this script.
    loaded()
    return () => there?.removeEventListener('load', loaded)
  }, [])
  return (
    <section className="stage" aria-label={words.frame}>
      <div className="wide-page">
        <fieldset className="widths">
          <legend className="unseen">{words.width}</legend>
          {[...WIDTHS, null].map((one) => (
            <label key={one}>
              <input type="radio" name="width" checked={width === one} onChange={() => setWidth(one)} />
              {one ?? words.window}
            </label>
          ))}
        </fieldset>
        <input
          type="number"
          aria-label={words.other}
          min={NARROWEST}
          max={WIDEST}
          step={1}
          placeholder={String(width ?? '')}
          onChange={(event) => {
            const wanted = event.target.valueAsNumber
            if (wanted >= NARROWEST && wanted <= WIDEST) setWidth(Math.round(wanted))
          }}
        />
        <a href={src} target="_blank" rel="noreferrer">
          {words.alone}
        </a>
      </div>
      <p className="meta">{words.note}</p>
      <iframe ref={frame} title={words.frame} src={src} />
    </section>
  )
}

/** No other page of the site stands in a frame: what is followed in this one opens beside it. */
function openLinksOutside(frame: HTMLIFrameElement | null): void {
  const inside = frame?.contentDocument
  inside?.addEventListener('click', (event) => {
    const href = closestLink(event.target)?.getAttribute('href')
    if (!href || href.startsWith('#')) return
    event.preventDefault()
    open(new URL(href, location.href), '_blank', 'noopener')
  })
}

/** Elements of a frame are instances of nothing that this window knows, so they are asked for what they can. */
const closestLink = (target: EventTarget | null): Element | null =>
  target && 'closest' in target ? (target as Element).closest('a[href]') : null
