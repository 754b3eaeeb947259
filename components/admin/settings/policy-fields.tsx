import type { NewsroomFrame } from '@/lib/auth/frame'
import { settingsWordsFor } from '@/lib/i18n/settings-words'
import { POLICIES } from '@/lib/site/policies'
import type { Policies } from '@/lib/site/settings'
import type { inForm } from './settings-page'

export type ChoosablePage = { path: string; headline: string }

type Props = {
  frame: NewsroomFrame
  form: Pick<ReturnType<typeof inForm>, 'form' | 'state'>
  policies: Policies
  pages: readonly ChoosablePage[]
}

/** For each policy the page on which it stands. */
export function PolicyFields({ frame, form: { form, state }, policies, pages }: Props) {
  const words = settingsWordsFor(frame.locale).policies
  // One that readers do not find is chosen all the same.
  const hidden = (path: string | undefined) => (path && !pages.some((page) => page.path === path) ? [path] : [])
  return POLICIES.map((name) => (
    <div className="field" key={name}>
      <label htmlFor={`${form}-${name}`}>{words.names[name]}</label>
      <span className="choose">
        <select id={`${form}-${name}`} name={name} defaultValue={state?.values[name] ?? policies[name] ?? ''}>
          <option value="">{words.none}</option>
          {hidden(policies[name]).map((path) => (
            <option key={path} value={path}>
              {path}
            </option>
          ))}
          {pages.map(({ path, headline }) => (
            <option key={path} value={path}>
              {headline}
            </option>
          ))}
        </select>
      </span>
    </div>
  ))
}
