import { type ReactNode, useState } from 'react'
import { formatDateTime } from '@/lib/i18n/format'
import { planningWordsFor } from '@/lib/i18n/planning-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import type { WriterProps } from './props'
import { TimeField } from './time-field'

type Props = Pick<WriterProps, 'article' | 'locale' | 'zone'> & {
  /** A button that takes a step. */
  button(
    verb: 'schedule' | 'scheduleChanges' | 'unscheduleChanges' | 'scheduleWithdrawal' | 'keep',
    label: string,
    more?: object,
  ): ReactNode
}

/** Publishing at a set time. */
export function TimedPublishing(props: Props) {
  return <AtATime {...props} id="publish-at" verb="schedule" label={writingWordsFor(props.locale).life.schedule} />
}

/** Making the changes of a live article public at a set time, or what was set. */
export function TimedChanges(props: Props) {
  const { article, locale, zone, button } = props
  const { timed } = planningWordsFor(locale)
  return (
    <>
      {article.changesAt ? (
        <>
          <p>{timed.changesAt(formatDateTime(new Date(article.changesAt), locale, zone))}</p>
          {button('unscheduleChanges', timed.unscheduleChanges)}
        </>
      ) : null}
      <AtATime {...props} id="changes-at" verb="scheduleChanges" label={timed.scheduleChanges} />
    </>
  )
}

/** That a live article is going to be withdrawn, and what readers will find then. */
export function WithdrawalToCome({ article: { withdraws }, locale, zone, button }: Props) {
  if (!withdraws) return null
  const { timed } = planningWordsFor(locale)
  return (
    <>
      <p>
        {timed.withdrawnAt(formatDateTime(new Date(withdraws.at), locale, zone))} <q dir="auto">{withdraws.notice}</q>
      </p>
      {button('keep', timed.keep)}
    </>
  )
}

/** Withdrawing at a set time, with the notice that is being written. */
export function TimedWithdrawal({ note, ...props }: Props & { note: string }) {
  const { timed } = planningWordsFor(props.locale)
  return (
    <AtATime {...props} id="withdraw-at" verb="scheduleWithdrawal" label={timed.scheduleWithdrawal} more={{ note }} />
  )
}

type OneProps = Props & {
  id: string
  verb: 'schedule' | 'scheduleChanges' | 'scheduleWithdrawal'
  label: string
  more?: object
}

function AtATime({ id, verb, label, more, locale, zone, button }: OneProps) {
  const [at, setAt] = useState('')
  return (
    <details className="manage">
      <summary className="button plain">{writingWordsFor(locale).life.later}</summary>
      <TimeField id={id} value={at} set={setAt} zone={zone} locale={locale} />
      {button(verb, label, { ...more, at })}
    </details>
  )
}
