import { createPageAction, placePageAction, stepPageAction } from '@/lib/articles/pages/actions'
import { MOST_PAGES, type PageLine } from '@/lib/articles/pages/admin-queries'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { menusWordsFor } from '@/lib/i18n/menus-words'
import { NewsroomPage } from '../page'
import { TreeTools } from '../tree/tree-tools'
import { PageAnswer } from './page-answer'
import { PageList } from './page-list'

type Props = { frame: NewsroomFrame; lines: readonly PageLine[]; state: FormState | undefined }

/** The standing pages, as they stand below each other. */
export function PagesPage({ frame, lines, state }: Props) {
  const words = menusWordsFor(frame.locale).pages
  return (
    <NewsroomPage frame={frame} title={words.title} section="pages">
      <div className="page-head">
        <div className="grow">
          <h1>{words.title}</h1>
          <p className="meta">{words.intro}</p>
        </div>
        <a className="button" href="#new">
          {words.add}
        </a>
      </div>
      <PageAnswer frame={frame} state={state} />
      {lines.length ? (
        <form className="tree" action={stepPageAction}>
          <PageList frame={frame} lines={lines} parentId={null} />
        </form>
      ) : (
        <p className="empty">{words.none}</p>
      )}
      {lines.length === MOST_PAGES ? <p className="hint">{words.more}</p> : null}
      {/* Filled in by the script where something was dragged. */}
      <form action={placePageAction} id="place" hidden>
        <input type="hidden" name="id" />
        <input type="hidden" name="parentId" />
        <input type="hidden" name="beforeId" />
      </form>
      {lines.length ? (
        <TreeTools order={lines.map(({ id, parentId }) => `${parentId}.${id}`).join(' ')} hint={words.keys} />
      ) : null}
      <section className="column usual-gap" id="new" aria-labelledby="new-head">
        <header>
          <h2 id="new-head">{words.add}</h2>
        </header>
        <form action={createPageAction} className="fields">
          <PageChoice id="new-parent" name="parentId" label={words.below} none={words.top} lines={lines} />
          <div>
            <button className="button primary" type="submit">
              {words.create}
            </button>
          </div>
        </form>
      </section>
      {lines.length > 1 ? <MovePage frame={frame} lines={lines} /> : null}
    </NewsroomPage>
  )
}

function MovePage({ frame, lines }: Pick<Props, 'frame' | 'lines'>) {
  const words = menusWordsFor(frame.locale).pages
  return (
    <section className="column usual-gap" aria-labelledby="move-head">
      <header>
        <h2 id="move-head">{words.moveTitle}</h2>
      </header>
      <p className="hint">{words.moveText}</p>
      <form action={placePageAction} className="fields">
        <div className="fields two">
          <PageChoice id="move-page" name="id" label={words.which} lines={lines} />
          <PageChoice id="move-parent" name="parentId" label={words.below} none={words.top} lines={lines} />
        </div>
        <div>
          <button className="button" type="submit">
            {words.move}
          </button>
        </div>
      </form>
    </section>
  )
}

type ChoiceProps = { id: string; name: string; label: string; none?: string; lines: readonly PageLine[] }

/** One of the pages, indented as they stand. */
function PageChoice({ id, name, label, none, lines }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="choose">
        <select id={id} name={name} defaultValue="">
          {none === undefined ? null : <option value="">{none}</option>}
          {lines.map((line) => (
            <option key={line.id} value={line.id}>
              {`${'\u2003'.repeat(line.depth)}${line.headline || line.path}`}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}
