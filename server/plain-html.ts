import { Parser } from 'htmlparser2'

type Cut = { start: number; end: number }

/** What only Next's own script could finish: a page with one of these was sent before it was whole. */
const UNFINISHED = /<!--\$[?!]-->|<template id="B:|\$R[CSX]\(/

/**
 * A rendered page without Next's runtime: no scripts but data (JSON-LD) and our own files, no flight data, none of React's
 * marks. Readers need none of it, and a form that Next's script sends gets an answer that it cannot draw. Undefined for a
 * page that is not whole without it.
 */
export function plainHtml(html: string): string | undefined {
  if (UNFINISHED.test(html)) return undefined
  const cuts: Cut[] = []
  let scriptStart: number | null = null
  let hiddenStart: number | null = null
  const parser = new Parser({
    onopentag(name, attributes) {
      const start = parser.startIndex
      if (name === 'script' && !isOurs(attributes)) scriptStart = start
      else if (name === 'link' && attributes.rel === 'preload') cuts.push({ start, end: parser.endIndex + 1 })
      else if (name === 'form' && attributes.action === '') cuts.push(emptyAction(html, start))
      // Next's place for metadata that comes late; ours stands in the head.
      hiddenStart = name === 'div' && 'hidden' in attributes && Object.keys(attributes).length === 1 ? start : null
    },
    oncomment(data) {
      if (/^(\/?\$| )$/.test(data)) cuts.push({ start: parser.startIndex, end: parser.endIndex + 1 })
    },
    ontext(text) {
      if (text.trim()) hiddenStart = null
    },
    onclosetag(name) {
      const end = parser.endIndex + 1
      if (name === 'script' && scriptStart !== null) {
        cuts.push({ start: scriptStart, end })
        scriptStart = null
      } else if (name === 'div' && hiddenStart !== null) {
        cuts.push({ start: hiddenStart, end })
        hiddenStart = null
      }
    },
  })
  parser.end(html)
  return without(html, cuts)
}

const EMPTY_ACTION = ' action=""'

/** React says of a form that is sent to its own page that it has an action, and none: HTML wants an address or nothing. */
function emptyAction(html: string, formStart: number): Cut {
  const start = html.indexOf(EMPTY_ACTION, formStart)
  return { start, end: start + EMPTY_ACTION.length }
}

/** Data, and files of ours outside /_next/. */
function isOurs({ type, src }: Record<string, string>): boolean {
  if (type === 'application/ld+json') return true
  return src !== undefined && !src.startsWith('/_next/')
}

/** The cuts come in the order of their ends; one may lie within the next. */
function without(html: string, cuts: Cut[]): string {
  const kept: string[] = []
  let done = html.length
  for (const { start, end } of cuts.toReversed()) {
    if (start >= done) continue
    kept.unshift(html.slice(Math.min(end, done), done))
    done = start
  }
  return html.slice(0, done) + kept.join('')
}
