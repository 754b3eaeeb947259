import { formatTime } from '@/lib/i18n/format'
import { settingsWordsFor } from '@/lib/i18n/settings-words'
import { saveGeneralAction } from '@/lib/site/setting-actions'
import type { SiteSettings } from '@/lib/site/settings'
import { Group } from '../group'
import { WordedField } from '../worded-field'
import { SaidIn } from './said-in'
import { inForm, SaveButton, SettingAnswer, type SettingForm, SettingsPage } from './settings-page'

type Props = SettingForm & { site: SiteSettings; languages: readonly string[] }

/** What the publication is called, in each of its languages, and in which language and time it lives. */
export function GeneralSettings({ frame, state, site, languages }: Props) {
  const words = settingsWordsFor(frame.locale).general
  const field = inForm({ frame, state }, 'general')
  return (
    <SettingsPage frame={frame} part="general">
      <form action={saveGeneralAction}>
        <SettingAnswer frame={frame} state={field.state} />
        <Group title={words.publication} text={words.publicationText}>
          <WordedField {...field} name="name" label={words.name} value={site.name} maxLength={80} required />
          <WordedField
            {...field}
            name="tagline"
            label={words.tagline}
            value={site.tagline}
            hint={words.taglineHint}
            maxLength={200}
          />
          <WordedField
            {...field}
            name="imprint"
            label={words.imprint}
            value={site.imprint}
            hint={words.imprintHint}
            maxLength={300}
          />
        </Group>
        {languages.map((language) => (
          <SaidIn key={language} frame={frame} field={field} site={site} language={language} />
        ))}
        <Group title={words.time} text={words.timeText}>
          <WordedField
            {...field}
            name="locale"
            label={words.locale}
            value={site.locale}
            hint={words.localeHint}
            maxLength={35}
            dir="ltr"
            required
          />
          <WordedField
            {...field}
            name="timeZone"
            label={words.zone}
            value={site.timeZone}
            hint={words.zoneHint(formatTime(frame.now, frame.locale, site.timeZone))}
            maxLength={60}
            dir="ltr"
            list="zones"
            required
          />
          <datalist id="zones">
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <SaveButton frame={frame} />
        </Group>
      </form>
    </SettingsPage>
  )
}
