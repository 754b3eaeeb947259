import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { tellingWordsFor } from '@/lib/i18n/telling-words'
import { saveTellingAction } from '@/lib/telling/actions'
import type { Told } from '@/lib/telling/admin-queries'
import { keyPath, type TellingSettings } from '@/lib/telling/settings'
import { Field } from '../field'
import { FormAnswer } from '../form-answer'
import { Group } from '../group'
import { SettingsPage } from '../settings/settings-page'
import { ToldTable } from './told-table'

type Props = {
  frame: NewsroomFrame
  settings: TellingSettings
  told: Told[]
  siteUrl: string
  state: FormState | undefined
}

const FORM = 'telling'

/** Whom the site tells of what is new, and what others may tell it. */
export function TellingPage({ frame, settings, told, siteUrl, state }: Props) {
  const { words } = frame
  const page = tellingWordsFor(frame.locale)
  const own = state?.form === FORM ? state : undefined
  const key = settings.indexNow ? settings.indexNowKey : null
  const field = { form: FORM, words, state: own }
  const tick = (name: Ticked) => (
    <label className="tick">
      <input type="checkbox" name={name} defaultChecked={isTicked(name, settings, own)} /> {page[name]}
    </label>
  )
  return (
    <SettingsPage frame={frame} part="telling">
      <p className="meta">{page.intro}</p>
      <FormAnswer frame={frame} state={own} />
      <form action={saveTellingAction}>
        <Group title={page.searchEngines} text={page.searchEnginesText}>
          {tick('indexNow')}
          <Field
            {...field}
            name="indexNowService"
            label={page.service}
            hint={page.serviceHint}
            value={settings.indexNowService}
          />
          {key ? (
            <p className="hint">
              {page.keyFile} <a href={keyPath(key)}>{<bdi>{siteUrl + keyPath(key)}</bdi>}</a>
            </p>
          ) : null}
        </Group>
        <Group title={page.feedReaders} text={page.feedReadersText}>
          {tick('webSub')}
          <Field {...field} name="hub" label={page.hub} hint={page.hubHint} value={settings.hub} />
        </Group>
        <Group title={page.otherSites} text={page.otherSitesText}>
          {tick('sendWebmentions')}
          {tick('receiveWebmentions')}
          {tick('receivePingbacks')}
          <div>
            <button className="button primary" type="submit">
              {page.save}
            </button>
          </div>
        </Group>
      </form>
      <ToldTable frame={frame} told={told} />
    </SettingsPage>
  )
}

type Ticked = 'indexNow' | 'webSub' | 'sendWebmentions' | 'receiveWebmentions' | 'receivePingbacks'

/** What was ticked when it was refused stays so; a box that was not ticked sent nothing. */
function isTicked(name: Ticked, settings: TellingSettings, state: FormState | undefined): boolean {
  return state?.error ? state.values[name] === 'on' : settings[name]
}
