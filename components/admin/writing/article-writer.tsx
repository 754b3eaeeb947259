'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { fieldsWordsFor } from '@/lib/i18n/fields-words'
import { formatTime } from '@/lib/i18n/format'
import { planningWordsFor } from '@/lib/i18n/planning-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { DocumentEditor, type EditorHandle } from '../editor/document-editor'
import { StatusWord } from '../status-word'
import { ConflictView } from './conflict-view'
import { DetailsPanel } from './details-panel'
import { forgetWords, keptWords } from './kept-words'
import { LifePanel } from './life-panel'
import { LockNotice } from './lock-notice'
import type { WriterProps, Written } from './props'
import { saysTheSame } from './same-words'
import { SavingLine } from './saving-line'
import { TextField } from './text-field'
import { useSaving } from './use-saving'

/** An article open for writing: its text in the middle, what belongs to it beside it, and a thin bar above. */
export function ArticleWriter(props: WriterProps) {
  const [kept, setKept] = useState<ReturnType<typeof keptWords> | 'unread'>('unread')
  const opened = useRef(props.content)
  // Only a browser has anything kept; the server draws what the site has.
  useEffect(() => {
    const found = keptWords(props.article.id)
    const isThere = found !== null && saysTheSame(found.content, opened.current)
    if (isThere) forgetWords(props.article.id)
    setKept(isThere ? null : found)
  }, [props.article.id])
  if (kept === 'unread') return <main id="main" className="sheet" aria-busy="true" />
  const { version, copyVersion } = props.article
  if (!kept) return <Writer {...props} />
  if (kept.version === version && kept.copyVersion === copyVersion) {
    return <Writer {...props} content={kept.content} isKept />
  }
  return (
    <ConflictView
      {...props}
      mine={kept.content}
      useTheirs={() => {
        forgetWords(props.article.id)
        setKept(null)
      }}
      useMine={() => setKept({ version, copyVersion, content: kept.content })}
    />
  )
}

function Writer({ isKept = false, ...props }: WriterProps & { isKept?: boolean }) {
  const { article, locale, zone, may, note, did } = props
  const words = useMemo(() => writingWordsFor(locale), [locale])
  const [content, setContent] = useState<Written>(props.content)
  const { saving, hasCopy, change, now, versions } = useSaving(article, props.content)
  const editor = useRef<EditorHandle>(null)
  const set = (next: Partial<Written>) => {
    setContent((before) => ({ ...before, ...next }))
    change(next)
  }
  useEffect(() => {
    if (isKept) change({})
  }, [isKept, change])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      void now()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [now])
  const said = did && (words.did[did] ?? planningWordsFor(locale).timed.did[did])
  const isLive = article.status === 'PUBLISHED'
  const isSaved = saving.state === 'idle' || saving.state === 'saved'
  const hasChanges = isLive && (hasCopy || !isSaved)
  return (
    <>
      <header className="edit-bar">
        <a className="button plain back" href="/admin/articles/">
          {words.back}
        </a>
        <StatusWord words={words} status={article.status} hasChanges={hasChanges} />
        <SavingLine words={words} saving={saving} locale={locale} zone={zone} retry={now} />
        <span className="grow" />
        <span className="actions">
          <a className="button plain" href={`/admin/articles/${article.id}/history/`}>
            {words.history}
          </a>
          <a className="button plain wide-only" href={`/admin/articles/${article.id}/preview/`}>
            {fieldsWordsFor(locale).preview.open}
          </a>
          {article.publicPath ? (
            <a className="button plain wide-only" href={article.publicPath} target="_blank" rel="noreferrer">
              {words.see}
            </a>
          ) : null}
          <a className="button narrow-details" href="#details">
            {words.details}
          </a>
        </span>
      </header>
      <div className="writing">
        <main className="sheet" id="main">
          <h1 className="unseen">{words.editing(content.headline || words.list.untitled)}</h1>
          {said ? (
            <div className="notice" role="status">
              <p>{said}</p>
            </div>
          ) : null}
          {isKept ? (
            <div className="notice" role="status">
              <p>{words.kept.text}</p>
            </div>
          ) : null}
          <LockNotice {...props} words={words} saving={saving} />
          {isLive ? (
            <div className="notice">
              <p>{words.live}</p>
            </div>
          ) : null}
          {article.isTrashed ? (
            <div className="notice stop">
              <p>{words.trashed}</p>
            </div>
          ) : null}
          {note && article.status === 'DRAFT' ? (
            <div className="notice">
              <p>
                <b>{words.life.note(note.name)}</b> <bdi>{note.text}</bdi>
              </p>
            </div>
          ) : null}
          <div className="galley head-fields">
            <TextField
              name="kicker"
              label={words.fields.kicker}
              value={content.kicker ?? ''}
              language={content.locale}
              onChange={(kicker) => set({ kicker: kicker || null })}
            />
            <TextField
              name="headline"
              label={words.fields.headline}
              value={content.headline}
              language={content.locale}
              onChange={(headline) => set({ headline })}
            />
            <TextField
              name="dek"
              label={words.fields.dek}
              value={content.dek ?? ''}
              language={content.locale}
              onChange={(dek) => set({ dek: dek || null })}
            />
          </div>
          <DocumentEditor
            ref={editor}
            initial={props.content.document}
            locale={locale}
            articleLocale={content.locale}
            mayEditHtml={may.writeHtml}
            onChange={(document) => set({ document })}
          />
        </main>
        <aside className="panel" id="details" aria-label={words.details} tabIndex={-1}>
          <LifePanel
            {...props}
            words={words}
            content={content}
            hasChanges={hasChanges}
            versions={versions}
            saveNow={now}
          />
          <DetailsPanel {...props} words={words} content={content} set={set} versions={versions} saveNow={now} />
        </aside>
      </div>
      <p className="unseen" role="status">
        {saving.state === 'saved' ? words.saving.saved(formatTime(saving.at, locale, zone)) : ''}
      </p>
    </>
  )
}
