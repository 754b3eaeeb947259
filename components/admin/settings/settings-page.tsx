import type { ReactNode } from 'react'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { settingsWordsFor } from '@/lib/i18n/settings-words'
import { SETTING_PARTS, type SettingPart, settingPath } from '@/lib/site/setting-parts'
import { FormAnswer } from '../form-answer'
import { Icon } from '../icon'
import { NewsroomPage } from '../page'

/** A part of the settings, with the way to the others. */
export function SettingsPage({
  frame,
  part,
  children,
}: {
  frame: NewsroomFrame
  part: SettingPart
  children: ReactNode
}) {
  const words = settingsWordsFor(frame.locale)
  return (
    <NewsroomPage frame={frame} title={`${words.title}: ${words.parts[part]}`} section="settings">
      <div className="page-head">
        <h1>{words.title}</h1>
      </div>
      <nav className="views" aria-label={words.kinds}>
        {SETTING_PARTS.map((one) => (
          <a key={one} href={settingPath(one)} aria-current={one === part ? 'page' : undefined}>
            {words.parts[one]}
          </a>
        ))}
      </nav>
      {children}
    </NewsroomPage>
  )
}

/** What came of one of its forms. */
export function SettingAnswer({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  const words = settingsWordsFor(frame.locale)
  const refused = state?.error && words.refused[state.error]
  const done = state?.done && words.done[state.done]
  if (!refused && !done) return <FormAnswer frame={frame} state={state} />
  return (
    <div className={refused ? 'notice stop' : 'notice'} role={refused ? 'alert' : 'status'}>
      <Icon name={refused ? 'stop' : 'done'} />
      <p>{refused || done}</p>
    </div>
  )
}

export type SettingForm = { frame: NewsroomFrame; state: FormState | undefined }

/** What of the page's state belongs to a form, and its words for what is wrong. */
export function inForm({ frame, state }: SettingForm, form: string) {
  const { refused } = settingsWordsFor(frame.locale)
  return {
    form,
    state: state?.form === form ? state : undefined,
    refused: { ...frame.words.form.errors, ...refused },
  }
}

export function SaveButton({ frame }: { frame: NewsroomFrame }) {
  return (
    <div>
      <button className="button primary" type="submit">
        {settingsWordsFor(frame.locale).save}
      </button>
    </div>
  )
}
