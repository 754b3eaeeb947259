import { formatPercent } from '@/lib/i18n/format'
import type { UploadWords } from '@/lib/i18n/upload-words'
import type { Upload } from './upload-queue'

type Props = {
  words: UploadWords
  locale: string
  uploads: readonly Upload[]
  retry(id: number): void
  remove(id: number): void
}

/** What may go another way the next time; a drawing stays one. */
const MAY_PASS = new Set<string>(['offline', 'busy', 'away', 'signedOut', 'failed'])

/** What is being added, a line each: how far it is, and what became of it where it did not arrive. */
export function UploadList({ words, locale, uploads, retry, remove }: Props) {
  if (!uploads.length) return null
  return (
    <ul className="upload-list" aria-label={words.list}>
      {uploads.map((upload) => (
        <li key={upload.id}>
          <bdi className="name">{upload.name || words.unnamed}</bdi>
          <Progress words={words} locale={locale} upload={upload} />
          <span className="ends">
            {upload.state === 'refused' && MAY_PASS.has(upload.reason) ? (
              <button
                type="button"
                className="button plain"
                aria-label={words.retryOne(upload.name || words.unnamed)}
                onClick={() => retry(upload.id)}
              >
                {words.retry}
              </button>
            ) : null}
            <RemoveButton words={words} upload={upload} remove={remove} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Progress({ words, locale, upload }: { words: UploadWords; locale: string; upload: Upload }) {
  if (upload.state === 'refused') {
    const { reason } = upload
    return (
      <p className="wrong" role="alert">
        {reason === 'offline' ? words.offline : words.refused[reason]}
      </p>
    )
  }
  if (upload.state === 'done') return <p role="status">{upload.picture.animated ? words.moves : words.done}</p>
  const isMaking = upload.share >= 1
  const says =
    upload.state === 'waiting'
      ? words.waiting
      : isMaking
        ? words.making
        : words.sending(formatPercent(upload.share, locale))
  return (
    <span className="how-far">
      <progress max={1} value={isMaking ? undefined : upload.share} aria-label={upload.name || words.unnamed} />
      <span className="meta">{says}</span>
    </span>
  )
}

function RemoveButton({ words, upload, remove }: Pick<Props, 'words' | 'remove'> & { upload: Upload }) {
  const isOver = upload.state === 'refused' || upload.state === 'done'
  const name = upload.name || words.unnamed
  return (
    <button
      type="button"
      className="button plain"
      aria-label={isOver ? words.dismissOne(name) : words.cancelOne(name)}
      onClick={() => remove(upload.id)}
    >
      {isOver ? words.dismiss : words.cancel}
    </button>
  )
}
