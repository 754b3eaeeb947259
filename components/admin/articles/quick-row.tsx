import type { ReactNode } from 'react'
import { quickEditAction } from '@/lib/articles/quick/actions'
import type { QuickView } from '@/lib/articles/quick/admin-queries'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { planningWordsFor } from '@/lib/i18n/planning-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { Icon } from '../icon'

const FORM = 'quick'

export type Quick = {
  view: QuickView
  categories: { id: number; name: string }[]
  /** The list without the row. */
  closed: string
  state: FormState | undefined
}
type Props = { frame: NewsroomFrame; quick: Quick }

/**
 * The fields of one article, under its line. They belong to a form of their own, further down: the list itself stands in the
 * form of what is done with several.
 */
export function QuickRow({ frame, quick: { view, categories, closed, state } }: Props) {
  const words = planningWordsFor(frame.locale).quick
  const isConflict = state?.error === 'conflict'
  const field = { frame, isConflict, typed: state?.values }
  return (
    <tr className="quick" id="quick-row">
      <td colSpan={8}>
        <fieldset className="quick-form">
          <legend className="unseen">{words.title}</legend>
          {view.isLive ? <p className="meta whole">{words.live}</p> : null}
          {view.editing ? <p className="meta whole">{words.editing(view.editing)}</p> : null}
          <Line {...field} name="headline" label={words.headline} value={view.headline} className="serif" />
          <div className="field">
            <label htmlFor="quick-category">{words.category}</label>
            <span className="choose">
              <select
                id="quick-category"
                form={FORM}
                name="category"
                defaultValue={state?.values.category ?? view.categoryId ?? ''}
              >
                <option value="">{words.noCategory}</option>
                {categories.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </span>
            <Now {...field} says={categories.find(({ id }) => id === view.categoryId)?.name ?? words.noCategory} />
          </div>
          <Line {...field} name="slug" label={words.slug} value={view.slug} />
          <Lines {...field} name="authors" label={words.authors} value={view.authors}>
            {view.bylineOverride ? <p className="hint">{words.instead(view.bylineOverride)}</p> : null}
          </Lines>
          <Lines {...field} name="tags" label={words.tags} value={view.tags} />
          <div className="ticks whole">
            <a className="button plain" href={`/admin/articles/${view.id}/`}>
              {words.editor}
            </a>
            <span className="grow" />
            <a className="button" href={closed} data-key-escape="">
              {words.cancel}
            </a>
            <button className="button primary" type="submit" form={FORM}>
              {words.save}
            </button>
          </div>
        </fieldset>
      </td>
    </tr>
  )
}

type FieldProps = {
  frame: NewsroomFrame
  /** Another's save is shown beside what was typed. */
  isConflict: boolean
  typed: Record<string, string> | undefined
  name: string
  label: string
}

function Line(props: FieldProps & { value: string; className?: string }) {
  const { name, label, value, typed, className } = props
  return (
    <div className="field">
      <label htmlFor={`quick-${name}`}>{label}</label>
      <input
        id={`quick-${name}`}
        form={FORM}
        name={name}
        type="text"
        dir="auto"
        className={className}
        defaultValue={typed?.[name] ?? value}
      />
      {typed?.[name] === value ? null : <Now {...props} says={value} />}
    </div>
  )
}

function Lines(props: FieldProps & { value: string[]; children?: ReactNode }) {
  const { name, label, value, typed, children } = props
  return (
    <div className="field">
      <label htmlFor={`quick-${name}`}>{label}</label>
      <textarea
        id={`quick-${name}`}
        form={FORM}
        name={name}
        rows={Math.min(5, Math.max(2, value.length + 1))}
        dir="auto"
        defaultValue={typed?.[name] ?? value.join('\n')}
      />
      {children}
      <Now {...props} says={value.join(' · ')} />
    </div>
  )
}

function Now({ frame, isConflict, says }: Pick<FieldProps, 'frame' | 'isConflict'> & { says: string }) {
  if (!isConflict) return null
  return (
    <p className="hint">
      <bdi>{planningWordsFor(frame.locale).quick.now(says)}</bdi>
    </p>
  )
}

/** The form that the fields of the row belong to. */
export function QuickForm({ view }: { view: QuickView }) {
  return (
    <form id={FORM} action={quickEditAction}>
      <input type="hidden" name="id" value={view.id} />
      <input type="hidden" name="version" value={view.version} />
      <input type="hidden" name="copyVersion" value={view.copyVersion ?? ''} />
    </form>
  )
}

/** What came of it, or that there is nothing to change. */
export function QuickAnswer({
  frame,
  state,
  isGone,
}: {
  frame: NewsroomFrame
  state: FormState | undefined
  isGone: boolean
}) {
  const words = planningWordsFor(frame.locale).quick
  const general = writingWordsFor(frame.locale).refused
  const done = state?.done && (words.done[state.done] ?? words.done.saved)
  const wrong = state?.error
    ? (words.refused[state.error] ?? general[state.error] ?? frame.words.form.errors[state.error] ?? general.malformed)
    : isGone && words.gone
  if (!done && !wrong) return null
  return (
    <div className={done ? 'notice' : 'notice stop'} role={done ? 'status' : 'alert'}>
      <Icon name={done ? 'done' : 'stop'} />
      <p>{done || wrong}</p>
    </div>
  )
}
