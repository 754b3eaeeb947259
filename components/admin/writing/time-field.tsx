import { momentIn } from '@/lib/calendar/local-time'
import { distance, whenWords } from '@/lib/i18n/moments'
import { planningWordsFor } from '@/lib/i18n/planning-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'

type Props = { id: string; value: string; set(value: string): void; zone: string; locale: string }

/** A moment by the site's clocks, said in words as soon as it is one: an hour that clocks skip or repeat is seen there. */
export function TimeField({ id, value, set, zone, locale }: Props) {
  const moment = momentIn(zone, value)
  const now = new Date()
  return (
    <div className="field">
      <label htmlFor={id}>{writingWordsFor(locale).life.at(zone)}</label>
      <input
        id={id}
        type="datetime-local"
        value={value}
        aria-describedby={`${id}-words`}
        onChange={(event) => set(event.target.value)}
      />
      <p className="hint" id={`${id}-words`} role="status">
        {moment
          ? planningWordsFor(locale).timed.means(whenWords(moment, now, locale, zone), distance(moment, now, locale))
          : null}
      </p>
    </div>
  )
}
