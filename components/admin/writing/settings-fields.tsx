import { useState } from 'react'
import { settingsAction } from '@/lib/articles/editing/setting-actions'
import type { FieldsWords } from '@/lib/i18n/fields-words'
import { formatDateTime } from '@/lib/i18n/format'
import type { WritingWords } from '@/lib/i18n/writing-words'
import { Tick } from './part'
import type { WriterProps } from './props'
import { useStep } from './use-step'

type Props = Pick<WriterProps, 'address' | 'article' | 'settings' | 'locale' | 'zone' | 'may'> & {
  words: WritingWords
  said: FieldsWords
  versions: Parameters<typeof useStep>[1]
  saveNow(): Promise<boolean>
}

/** What holds at once, beside the text: comments, and from when and until when others may see it where. */
export function SettingsFields(props: Props) {
  const { article, settings, locale, zone, may, words, said, versions, saveNow } = props
  const [commentsOpen, setComments] = useState(settings.commentsOpen)
  const [embargoUntil, setEmbargo] = useState(settings.embargoUntil.local)
  const [pinnedUntil, setPinned] = useState(settings.pinnedUntil.local)
  const { wrong, busy, step } = useStep(article.id, versions, saveNow)
  // An embargo that was agreed on is an editor's to change.
  const isEmbargoFixed = article.status === 'PUBLISHED' || (settings.embargoUntil.at !== null && !may.pin)
  const save = () => step('settings', (seen) => settingsAction({ ...seen, commentsOpen, embargoUntil, pinnedUntil }))
  const { settings: text } = said
  return (
    <>
      <p className="hint">{text.atOnce}</p>
      <Tick label={text.comments} checked={commentsOpen} onChange={setComments} />
      <Moment
        id="embargo"
        label={text.embargo}
        hint={isEmbargoFixed && article.status !== 'PUBLISHED' ? text.onlyEditors : text.embargoHint(zone)}
        is={settings.embargoUntil.at && text.embargoIs(inWords(settings.embargoUntil.at, locale, zone), zone)}
        value={embargoUntil}
        isFixed={isEmbargoFixed}
        onChange={setEmbargo}
      />
      {props.address.facts.kind === 'PAGE' ? null : (
        <Moment
          id="pinned"
          label={text.pin}
          hint={may.pin ? text.pinHint(zone) : text.onlyEditors}
          is={settings.pinnedUntil.at && text.pinIs(inWords(settings.pinnedUntil.at, locale, zone), zone)}
          value={pinnedUntil}
          isFixed={!may.pin}
          onChange={setPinned}
        />
      )}
      {wrong ? (
        <p className="wrong" role="alert">
          {words.refused[wrong] ?? words.refused.failed}
        </p>
      ) : null}
      <button className="button" type="button" aria-disabled={busy} onClick={() => void save()}>
        {text.save}
      </button>
    </>
  )
}

const inWords = (at: string, locale: string, zone: string) => formatDateTime(new Date(at), locale, zone)

type MomentProps = {
  id: string
  label: string
  hint: string
  /** What holds now, in words. */
  is: string | null
  value: string
  isFixed: boolean
  onChange(value: string): void
}

function Moment({ id, label, hint, is, value, isFixed, onChange }: MomentProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        value={value}
        readOnly={isFixed}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="hint" id={`${id}-hint`}>
        {is} {hint}
      </p>
    </div>
  )
}
