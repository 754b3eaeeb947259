import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { languageName } from '@/lib/i18n/format'
import { menusWordsFor } from '@/lib/i18n/menus-words'
import { relabelMenuItemAction, removeMenuItemAction } from '@/lib/menus/actions'
import type { MenuView } from '@/lib/menus/admin-queries'
import type { MenuLeaf, MenuPlace } from '@/lib/menus/menu'
import { Group } from '../group'
import { WordedField } from '../worded-field'
import { nameOf } from './menu-list'

type Props = {
  frame: NewsroomFrame
  place: MenuPlace
  view: MenuView
  item: MenuLeaf
  back: string
  state: FormState | undefined
}

/** What an item is called, language by language, and how it goes. */
export function ItemForm({ frame, place, view, item, back, state }: Props) {
  const words = menusWordsFor(frame.locale)
  const name = nameOf(frame, view, item)
  const isBare = item.kind === 'heading' || item.kind === 'address'
  return (
    <section id="item" aria-label={name}>
      <Group title={name} text={isBare ? words.labelMust : words.labelHint}>
        <form action={relabelMenuItemAction} className="fields">
          <input type="hidden" name="place" value={place} />
          <input type="hidden" name="id" value={item.id} />
          <LabelFields frame={frame} form="labels" view={view} labels={item.labels} state={state} />
          <div className="ends">
            <button className="button primary" type="submit">
              {words.save}
            </button>
            <a className="button" href={back}>
              {words.close}
            </a>
          </div>
        </form>
        <form action={removeMenuItemAction}>
          <input type="hidden" name="place" value={place} />
          <input type="hidden" name="id" value={item.id} />
          <button className="button stop" type="submit" aria-label={words.remove(name)}>
            {words.removeShort}
          </button>
        </form>
      </Group>
    </section>
  )
}

type LabelProps = {
  frame: NewsroomFrame
  form: string
  view: MenuView
  labels: Record<string, string>
  state: FormState | undefined
}

/** One field for each language of the site, and for those that somebody wrote a label in. */
export function LabelFields({ frame, form, view, labels, state }: LabelProps) {
  const words = menusWordsFor(frame.locale)
  const languages = [...new Set([...view.languages, ...Object.keys(labels)])]
  return languages.map((language) => (
    <WordedField
      key={language}
      form={form}
      state={state?.form === form && state.error ? state : undefined}
      refused={{ ...frame.words.form.errors, ...words.refused }}
      name={`label.${language}`}
      label={`${words.labels}: ${words.labelIn(languageName(language, frame.locale))}`}
      value={labels[language]}
      maxLength={120}
    />
  ))
}
