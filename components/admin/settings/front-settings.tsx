import { settingsWordsFor } from '@/lib/i18n/settings-words'
import { saveFrontSettingsAction } from '@/lib/site/setting-actions'
import type { FrontSettings as Front } from '@/lib/site/settings'
import { Group } from '../group'
import { WordedField } from '../worded-field'
import { inForm, SaveButton, SettingAnswer, type SettingForm, SettingsPage } from './settings-page'

/** How the front is built; what stands on it is arranged elsewhere. */
export function FrontSettings({ frame, state, front }: SettingForm & { front: Front }) {
  const words = settingsWordsFor(frame.locale).front
  const field = inForm({ frame, state }, 'front')
  const tick = (name: 'opinions' | 'corrections') => (
    <label className="tick">
      <input
        type="checkbox"
        name={name}
        defaultChecked={field.state?.error ? field.state.values[name] === 'on' : front[name]}
      />
      <span>
        {words[name]} <span className="hint">{words[`${name}Hint`]}</span>
      </span>
    </label>
  )
  return (
    <SettingsPage frame={frame} part="front">
      <form action={saveFrontSettingsAction}>
        <SettingAnswer frame={frame} state={field.state} />
        <Group title={words.layout} text={words.layoutText}>
          <WordedField
            {...field}
            name="latest"
            label={words.latest}
            value={String(front.latest)}
            hint={words.latestHint}
            type="number"
            min={3}
            max={12}
            required
          />
          {tick('opinions')}
          {tick('corrections')}
          <p className="hint">
            {words.arranged} <a href="/admin/front/">{frame.words.front}</a>
          </p>
          <SaveButton frame={frame} />
        </Group>
      </form>
    </SettingsPage>
  )
}
