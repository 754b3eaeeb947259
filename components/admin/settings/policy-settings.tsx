import { settingsWordsFor } from '@/lib/i18n/settings-words'
import { POLICIES } from '@/lib/site/policies'
import { savePoliciesAction, saveSocialAction } from '@/lib/site/setting-actions'
import type { Policies, Social } from '@/lib/site/settings'
import { Group } from '../group'
import { WordedField } from '../worded-field'
import { inForm, SaveButton, SettingAnswer, type SettingForm, SettingsPage } from './settings-page'

type Props = SettingForm & { policies: Policies; social: Social; pages: { path: string; headline: string }[] }

/** On which pages the publication says how it works, and where else it publishes. */
export function PolicySettings({ frame, state, policies, social, pages }: Props) {
  const words = settingsWordsFor(frame.locale).policies
  const [policyForm, socialForm] = [inForm({ frame, state }, 'policies'), inForm({ frame, state }, 'social')]
  const shown = (path: string | undefined) => (path && !pages.some((page) => page.path === path) ? [path] : [])
  return (
    <SettingsPage frame={frame} part="policies">
      <form action={savePoliciesAction}>
        <Group title={words.policies} text={words.policiesText}>
          <SettingAnswer frame={frame} state={policyForm.state} />
          {POLICIES.map((name) => (
            <div className="field" key={name}>
              <label htmlFor={`policy-${name}`}>{words.names[name]}</label>
              <span className="choose">
                <select
                  id={`policy-${name}`}
                  name={name}
                  defaultValue={policyForm.state?.values[name] ?? policies[name] ?? ''}
                >
                  <option value="">{words.none}</option>
                  {shown(policies[name]).map((path) => (
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
          ))}
          <SaveButton frame={frame} />
        </Group>
      </form>
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
