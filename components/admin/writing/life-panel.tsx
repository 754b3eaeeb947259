import { type RefObject, useState } from 'react'
import { type Check, checksOf } from '@/lib/articles/checks'
import { type LifeVerb, lifeAction } from '@/lib/articles/editing/actions'
import { fieldsWordsFor } from '@/lib/i18n/fields-words'
import { formatDateTime } from '@/lib/i18n/format'
import type { WritingWords } from '@/lib/i18n/writing-words'
import { Icon } from '../icon'
import { CorrectionFields, type CorrectionNote } from './correction-fields'
import type { WriterProps, Written } from './props'
import { TimedChanges, TimedPublishing, TimedWithdrawal, WithdrawalToCome } from './timed-steps'

type Props = WriterProps & {
  words: WritingWords
  content: Written
  /** Readers see another text than stands here. */
  hasChanges: boolean
  versions: RefObject<{ version: number; copyVersion: number | null }>
  /** Answers whether the site has everything. */
  saveNow(): Promise<boolean>
}

/** What can be done with the article as a whole, and what stands in the way. */
export function LifePanel(props: Props) {
  const { words, article, content, hasChanges, may, zone, locale, versions, saveNow } = props
  const { life } = words
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [note, setNote] = useState('')
  const [correction, setCorrection] = useState<CorrectionNote | null>(null)
  const hasByline = content.authorIds.length > 0 || content.bylineOverride !== null
  const checks = checksOf({ ...content, kind: props.address.facts.kind, hasByline, siteUrl: props.site.url })
  const step = async (verb: LifeVerb, more: object = {}) => {
    if ('at' in more && more.at === '') return setWrong('timeMissing')
    setBusy(true)
    setWrong(null)
    try {
      if (await saveNow()) {
        const result = await lifeAction({ verb, id: article.id, ...versions.current, ...more })
        if (result.ok) return location.assign(`/admin/articles/${article.id}/?did=${verb}`)
        setWrong(result.reason)
      }
    } catch {
      setWrong('failed')
    }
    setBusy(false)
  }
  const button = (verb: LifeVerb, label: string, more?: object, kind = '') => (
    <button className={`button ${kind}`} type="button" aria-disabled={busy} onClick={() => void step(verb, more)}>
      {label}
    </button>
  )
  const publishChanges = () => {
    if (!correction) return step('publishChanges')
    if (correction.text.trim()) return step('publishChanges', { correction })
    setWrong('correctionMissing')
    document.querySelector<HTMLElement>('#correction-text')?.focus()
  }
  const timed = { article, locale, zone, button }
  const { status, isTrashed } = article
  const embargo = status === 'PUBLISHED' ? null : props.settings.embargoUntil.at
  const isDraft = status === 'DRAFT' || status === 'IN_REVIEW'
  return (
    <>
      <div className="part">
        <span className="actions narrow-details">
          <a className="button" href={`/admin/articles/${article.id}/preview/`}>
            {fieldsWordsFor(locale).preview.open}
          </a>
          {article.publicPath ? (
            <a className="button plain" href={article.publicPath} target="_blank" rel="noreferrer">
              {words.see}
            </a>
          ) : null}
        </span>
        {wrong ? (
          <p className="wrong" role="alert">
            {words.refused[wrong] ?? words.refused.failed}
          </p>
        ) : null}
        {embargo ? (
          <p>{fieldsWordsFor(locale).settings.embargoIs(formatDateTime(new Date(embargo), locale, zone), zone)}</p>
        ) : null}
        {isTrashed && may.trash ? button('restore', life.restore, {}, 'primary') : null}
        {!isTrashed && isDraft && may.publish ? button('publish', life.publish, {}, 'primary') : null}
        {!isTrashed && status === 'DRAFT' && may.submit ? (
          <details className="manage">
            <summary className={may.publish ? 'button plain' : 'button primary'}>{life.submit}</summary>
            <Note id="submit-note" label={life.noteForDesk} value={note} set={setNote} />
            {button('submit', life.submit, { note })}
          </details>
        ) : null}
        {!isTrashed && isDraft && may.publish ? <TimedPublishing {...timed} /> : null}
        {!isTrashed && status === 'IN_REVIEW' && may.sendBack ? (
          <details className="manage">
            <summary className="button plain">{life.sendBack}</summary>
            <Note id="back-note" label={life.whatToChange} value={note} set={setNote} />
            {button('sendBack', life.sendBackNow, { note })}
          </details>
        ) : null}
        {status === 'SCHEDULED' && article.publishAt ? (
          <>
            <p>{life.scheduledFor(formatDateTime(new Date(article.publishAt), locale, zone))}</p>
            {may.publish ? button('unschedule', life.unschedule) : null}
            {may.publish ? button('publish', life.publish, {}, 'primary') : null}
          </>
        ) : null}
        {status === 'PUBLISHED' && may.editLive && !hasChanges ? <p className="quiet">{life.nothingChanged}</p> : null}
        {status === 'PUBLISHED' && may.editLive && hasChanges ? (
          <>
            <CorrectionFields words={words} value={correction} set={setCorrection} />
            <button className="button primary" type="button" aria-disabled={busy} onClick={() => void publishChanges()}>
              {correction ? life.publishWith : life.publishChanges}
            </button>
            {may.publish && !correction ? <TimedChanges {...timed} /> : null}
            {button('discardChanges', life.discardChanges, {}, 'plain stop')}
          </>
        ) : null}
        {status === 'PUBLISHED' && may.publish ? (
          <a className="button plain" href={`/admin/articles/${article.id}/corrections/`}>
            {life.allCorrections}
          </a>
        ) : null}
        {status === 'PUBLISHED' && may.withdraw ? (
          <>
            <WithdrawalToCome {...timed} />
            <details className="manage">
              <summary className="button plain stop">{life.withdraw}</summary>
              <Note id="withdraw-note" label={life.notice} value={note} set={setNote} />
              {button('withdraw', life.withdrawNow, { note }, 'stop')}
              <TimedWithdrawal {...timed} note={note} />
            </details>
          </>
        ) : null}
        {status === 'WITHDRAWN' && !isTrashed && may.publish
          ? button('publish', life.publishAgain, {}, 'primary')
          : null}
        {!isTrashed && (isDraft || status === 'WITHDRAWN') && may.trash
          ? button('trash', life.trash, {}, 'plain stop')
          : null}
      </div>
      <div className="part">
        <h2 className="label">{words.before}</h2>
        <ChecksList words={words} checks={checks} />
      </div>
    </>
  )
}

function ChecksList({ words, checks }: { words: WritingWords; checks: Check[] }) {
  if (!checks.length) return <p className="quiet">{words.ready}</p>
  return (
    <ul className="checks">
      {checks.map(({ kind, must, count }) => (
        <li key={kind} className={must ? 'must' : undefined}>
          <Icon name={must ? 'stop' : 'notice'} />
          <span>
            {must ? <b>{words.must}</b> : null} {words.checks[kind](count)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Note({ id, label, value, set }: { id: string; label: string; value: string; set(text: string): void }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={3} dir="auto" value={value} onChange={(event) => set(event.target.value)} />
    </div>
  )
}
