import type { ReactNode } from 'react'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { menusWordsFor } from '@/lib/i18n/menus-words'
import { addMenuItemAction } from '@/lib/menus/actions'
import type { MenuView } from '@/lib/menus/admin-queries'
import type { ItemKind, MenuPlace } from '@/lib/menus/menu'
import { WordedField } from '../worded-field'
import { LabelFields } from './item-form'
import { MenuAnswer } from './menu-answer'
import { nameOf } from './menu-list'

export type Choice = { id: number; says: string }
type Props = {
  frame: NewsroomFrame
  place: MenuPlace
  view: MenuView
  categories: readonly Choice[]
  pages: readonly Choice[]
  state: FormState | undefined
}

/** A form for each kind of item, opened where it is wanted. */
export function AddForms(props: Props) {
  const { frame, categories, pages } = props
  const words = menusWordsFor(frame.locale)
  return (
    <section className="column usual-gap" id="new" aria-labelledby="new-head">
      <header>
        <h2 id="new-head">{words.add}</h2>
      </header>
      <p className="hint">{words.addText}</p>
      <AddForm {...props} kind="category">
        <Chosen frame={frame} kind="category" choices={categories} />
      </AddForm>
      <AddForm {...props} kind="page">
        <Chosen frame={frame} kind="page" choices={pages} />
      </AddForm>
      <AddForm {...props} kind="article">
        <TypedField {...props} kind="article" hint={words.articleHint} dir="ltr" />
      </AddForm>
      <AddForm {...props} kind="tag">
        <TypedField {...props} kind="tag" hint={words.tagHint} />
      </AddForm>
      <AddForm {...props} kind="address">
        <TypedField {...props} kind="address" hint={words.addressHint} dir="ltr" />
      </AddForm>
      <AddForm {...props} kind="heading">
        <p className="hint">{words.headingHint}</p>
      </AddForm>
    </section>
  )
}

function AddForm({ frame, place, view, state, kind, children }: Props & { kind: ItemKind; children: ReactNode }) {
  const words = menusWordsFor(frame.locale)
  const form = `add-${kind}`
  const refused = state?.form === form && state.error ? state : undefined
  return (
    <details className="manage" open={refused !== undefined}>
      <summary className="button plain">{words.kinds[kind]}</summary>
      <div className="fields">
        <MenuAnswer frame={frame} place={place} state={refused} />
        <form action={addMenuItemAction} className="fields">
          <input type="hidden" name="place" value={place} />
          <input type="hidden" name="kind" value={kind} />
          {children}
          <LabelFields frame={frame} form={form} view={view} labels={{}} state={state} />
          <div className="field">
            <label htmlFor={`${form}-parent`}>{words.below}</label>
            <span className="choose">
              <select id={`${form}-parent`} name="parentId" defaultValue={refused?.values.parentId ?? ''}>
                <option value="">{words.top}</option>
                {view.menu.map((item) => (
                  <option key={item.id} value={item.id}>
                    {nameOf(frame, view, item)}
                  </option>
                ))}
              </select>
            </span>
          </div>
          <div>
            <button className="button primary" type="submit">
              {words.addNow}
            </button>
          </div>
        </form>
      </div>
    </details>
  )
}

function Chosen({ frame, kind, choices }: { frame: NewsroomFrame; kind: ItemKind; choices: readonly Choice[] }) {
  const words = menusWordsFor(frame.locale)
  const id = `add-${kind}-target`
  return (
    <div className="field">
      <label htmlFor={id}>{words.kinds[kind]}</label>
      <span className="choose">
        <select id={id} name="targetId" required defaultValue="">
          <option value="">{words.choose}</option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.says}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}

function TypedField({ frame, state, kind, hint, dir }: Props & { kind: ItemKind; hint: string; dir?: 'ltr' }) {
  const words = menusWordsFor(frame.locale)
  const form = `add-${kind}`
  return (
    <WordedField
      form={form}
      state={state?.form === form && state.error ? state : undefined}
      refused={{ ...frame.words.form.errors, ...words.refused }}
      name="typed"
      label={words.kinds[kind]}
      hint={hint}
      maxLength={1_000}
      required
      {...(dir && { dir })}
    />
  )
}
