import { languageName } from '@/lib/i18n/format'
import { settingsWordsFor } from '@/lib/i18n/settings-words'
import { savePoliciesAction, savePoliciesInAction, saveSocialAction } from '@/lib/site/setting-actions'
import type { Settings } from '@/lib/site/settings'
import { Group } from '../group'
import { WordedField } from '../worded-field'
import { type ChoosablePage, PolicyFields } from './policy-fields'
import { inForm, SaveButton, SettingAnswer, type SettingForm, SettingsPage } from './settings-page'

type Props = SettingForm & {
  settings: Pick<Settings, 'policies' | 'policiesIn' | 'social'>
  /** Those that the site publishes in beside its own. */
  languages: readonly string[]
  pages: readonly ChoosablePage[]
}

/** On which pages the publication says how it works, in each of its languages, and where else it publishes. */
export function PolicySettings({ frame, state, settings, languages, pages }: Props) {
  const { policies, policiesIn, social } = settings
  const words = settingsWordsFor(frame.locale).policies
  const [policyForm, socialForm] = [inForm({ frame, state }, 'policies'), inForm({ frame, state }, 'social')]
  return (
    <SettingsPage frame={frame} part="policies">
      <form action={savePoliciesAction}>
        <Group title={words.policies} text={words.policiesText}>
          <SettingAnswer frame={frame} state={policyForm.state} />
          <PolicyFields frame={frame} form={policyForm} policies={policies} pages={pages} />
          <SaveButton frame={frame} />
        </Group>
      </form>
      {languages.map((language) => {
        const form = inForm({ frame, state }, `policies-${language}`)
        return (
          <form key={language} action={savePoliciesInAction}>
            <Group title={words.inLanguage(languageName(language, frame.locale))} text={words.inLanguageText}>
              <SettingAnswer frame={frame} state={form.state} />
              <input type="hidden" name="language" value={language} />
              <PolicyFields frame={frame} form={form} policies={policiesIn[language] ?? {}} pages={pages} />
              <SaveButton frame={frame} />
            </Group>
          </form>
        )
      })}
      <form action={saveSocialAction}>
        <Group title={words.accounts} text={words.accountsText}>
          <SettingAnswer frame={frame} state={socialForm.state} />
          <WordedField
            {...socialForm}
            name="accounts"
            label={words.addresses}
            value={social.accounts.join('\n')}
            hint={words.addressesHint}
            lines={4}
            dir="ltr"
          />
          <SaveButton frame={frame} />
        </Group>
      </form>
    </SettingsPage>
  )
}
