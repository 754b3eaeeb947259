import type { PageLine } from '@/lib/articles/pages/admin-queries'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { menusWordsFor } from '@/lib/i18n/menus-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { StatusWord } from '../status-word'

type Props = { frame: NewsroomFrame; lines: readonly PageLine[]; parentId: number | null }

const ARROWS = { up: '↑', down: '↓', in: '→', out: '←' } as const

/** Pages below one, each with those below it. The buttons belong to the form around the whole tree. */
export function PageList({ frame, lines, parentId }: Props) {
  const words = menusWordsFor(frame.locale)
  const siblings = lines.filter((line) => line.parentId === parentId)
  if (!siblings.length) return null
  return (
    <ul className="rows" aria-label={parentId === null ? words.pages.tree : undefined}>
      {siblings.map(({ id, headline, path, status, hasChanges }, at) => {
        const name = headline || words.pages.untitled
        const steps = { up: at > 0, down: at < siblings.length - 1, in: at > 0, out: parentId !== null }
        return (
          <li key={id} data-branch={id}>
            <div className="row">
              <div className="grow">
                <a className="headline" href={`/admin/articles/${id}/`} dir="auto">
                  {name}
                </a>{' '}
                <bdi className="meta" dir="ltr">
                  {path}
                </bdi>
              </div>
              <StatusWord words={writingWordsFor(frame.locale)} status={status} hasChanges={hasChanges} />
              <span className="steps four">
                {(['up', 'down', 'in', 'out'] as const).map((step) =>
                  steps[step] ? (
                    <button
                      key={step}
                      type="submit"
                      className="button plain"
                      name="step"
                      value={`${id} ${step}`}
                      aria-label={words[step](name)}
                    >
                      <span className={step === 'in' || step === 'out' ? 'mirror' : undefined}>{ARROWS[step]}</span>
                    </button>
                  ) : null,
                )}
              </span>
            </div>
            <PageList frame={frame} lines={lines} parentId={id} />
          </li>
        )
      })}
    </ul>
  )
}
