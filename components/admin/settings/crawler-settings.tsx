import type { CrawlerSettings as Crawlers } from '@/lib/crawlers/settings'
import { settingsWordsFor } from '@/lib/i18n/settings-words'
import { saveFilesAction, saveSecurityAction } from '@/lib/site/setting-actions'
import { Group } from '../group'
import { WordedField } from '../worded-field'
import { RobotsForm } from './robots-form'
import { inForm, SaveButton, SettingAnswer, type SettingForm, SettingsPage } from './settings-page'

type Props = SettingForm & { crawlers: Crawlers }

/** What bots are told, and the texts for machines and their owners. */
export function CrawlerSettings({ frame, state, crawlers }: Props) {
  const words = settingsWordsFor(frame.locale).crawlers
  const field = inForm({ frame, state }, 'files')
  return (
    <SettingsPage frame={frame} part="crawlers">
      <RobotsForm frame={frame} state={state} crawlers={crawlers} />
      <form action={saveFilesAction}>
        <Group title={words.files} text={words.filesText}>
          <SettingAnswer frame={frame} state={field.state} />
          <WordedField
            {...field}
            name="adsTxt"
            label={words.ads}
            value={(crawlers.adsTxt ?? []).join('\n')}
            hint={words.adsHint}
            lines={4}
            dir="ltr"
          />
          <WordedField
            {...field}
            name="humansTxt"
            label={words.humans}
            value={(crawlers.humansTxt ?? []).join('\n')}
            hint={words.humansHint}
            lines={4}
          />
          <SaveButton frame={frame} />
        </Group>
      </form>
      <SecurityForm frame={frame} state={state} crawlers={crawlers} />
    </SettingsPage>
  )
}

function SecurityForm({ frame, state, crawlers: { security } }: Props) {
  const words = settingsWordsFor(frame.locale).crawlers
  const field = { ...inForm({ frame, state }, 'security'), dir: 'ltr' } as const
  return (
    <form action={saveSecurityAction}>
      <Group title={words.security} text={words.securityText}>
        <SettingAnswer frame={frame} state={field.state} />
        <WordedField
          {...field}
          name="contacts"
          label={words.contacts}
          value={(security?.contacts ?? []).join('\n')}
          hint={words.contactsHint}
          lines={2}
        />
        <WordedField
          {...field}
          name="expires"
          label={words.expires}
          value={security?.expiresAt.toISOString().slice(0, 10)}
          hint={words.expiresHint}
          type="date"
        />
        <WordedField {...field} name="policy" label={words.policy} value={security?.policy} hint={words.optional} />
        <WordedField
          {...field}
          name="acknowledgments"
          label={words.thanks}
          value={security?.acknowledgments}
          hint={words.optional}
        />
        <WordedField
          {...field}
          name="encryption"
          label={words.key}
          value={security?.encryption}
          hint={words.optional}
        />
        <WordedField
          {...field}
          name="languages"
          label={words.languages}
          value={(security?.languages ?? []).join(', ')}
          hint={words.languagesHint}
        />
        <SaveButton frame={frame} />
      </Group>
    </form>
  )
}
