import { type FiguresSettings, LEAST_KEPT_DAYS, MOST_KEPT_DAYS, MOST_READ_DAYS } from '@/lib/counting/settings'
import { figuresWordsFor } from '@/lib/i18n/figures-words'
import { saveFiguresAction } from '@/lib/site/setting-actions'
import { Group } from '../group'
import { WordedField } from '../worded-field'
import { inForm, SaveButton, SettingAnswer, type SettingForm, SettingsPage } from './settings-page'

/** What is counted of readers, how long it is kept, and what they see of it. */
export function FigureSettings({ frame, state, figures }: SettingForm & { figures: FiguresSettings }) {
  const words = figuresWordsFor(frame.locale).settings
  const field = inForm({ frame, state }, 'figures')
  const refused = field.state?.error ? field.state.values : null
  const ticked = (name: 'counts' | 'badge') => (refused ? refused[name] === 'on' : figures[name])
  return (
    <SettingsPage frame={frame} part="figures">
      <form action={saveFiguresAction}>
        <SettingAnswer frame={frame} state={field.state} />
        <Group title={words.counting} text={words.countingText}>
          <label className="tick">
            <input type="checkbox" name="counts" defaultChecked={ticked('counts')} /> {words.counts}
          </label>
          <WordedField
            {...field}
            name="keptDays"
            label={words.kept}
            value={String(figures.keptDays)}
            hint={words.keptHint}
            type="number"
            required
            min={LEAST_KEPT_DAYS}
            max={MOST_KEPT_DAYS}
          />
        </Group>
        <Group title={words.shown} text={words.shownText}>
          <fieldset>
            <legend className="label">{words.mostRead}</legend>
            {MOST_READ_DAYS.map((days) => (
              <label className="tick" key={days}>
                <input
                  type="radio"
                  name="mostReadDays"
                  value={days}
                  defaultChecked={String(days) === (refused?.mostReadDays ?? String(figures.mostReadDays))}
                />
                <span>{words.mostReadChoices[days]}</span>
              </label>
            ))}
          </fieldset>
          <label className="tick">
            <input type="checkbox" name="badge" defaultChecked={ticked('badge')} /> {words.badge}
          </label>
          <SaveButton frame={frame} />
        </Group>
      </form>
    </SettingsPage>
  )
}
