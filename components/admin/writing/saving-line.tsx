import { formatTime } from '@/lib/i18n/format'
import type { WritingWords } from '@/lib/i18n/writing-words'
import type { Saving } from './use-saving'

type Props = { words: WritingWords; saving: Saving; locale: string; zone: string; retry(): void }

/** Whether what was typed has reached the site. */
export function SavingLine({ words, saving, locale, zone, retry }: Props) {
  const said = words.saving
  if (saving.state === 'saved') return <span className="saved">{said.saved(formatTime(saving.at, locale, zone))}</span>
  if (saving.state === 'offline' || saving.state === 'signedOut' || saving.state === 'refused') {
    return (
      <span className="saved wrong" role="alert">
        {saving.state === 'refused' ? (words.refused[saving.reason] ?? words.refused.failed) : said[saving.state]}{' '}
        {saving.state === 'signedOut' ? (
          <a className="button" href="/login/" target="_blank" rel="noreferrer">
            {said.signIn}
          </a>
        ) : null}
        <button className="button plain" type="button" onClick={() => retry()}>
          {said.now}
        </button>
      </span>
    )
  }
  return <span className="saved">{said[saving.state]}</span>
}
