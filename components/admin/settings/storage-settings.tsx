import { formatDateTime, formatNumber } from '@/lib/i18n/format'
import { settingsWordsFor } from '@/lib/i18n/settings-words'
import { chooseStorageAction, testStorageAction } from '@/lib/site/setting-actions'
import { needsS3, STORAGE_PLACES, type StorageSettings } from '@/lib/storage/settings'
import type { StorageTest } from '@/lib/storage/test-mutations'
import { Group } from '../group'
import { inForm, SaveButton, SettingAnswer, type SettingForm, SettingsPage } from './settings-page'

type Facts = {
  settings: StorageSettings
  /** Null: nobody has said how S3 is reached. */
  server: { endpoint: string; bucket: string; region: string } | null
  count: { files: number; bytes: number }
  /** There is a file of the library on the disk. */
  isDiskUsed: boolean
  last: StorageTest | null
}

/** Where the files of the library are, where new ones go, and whether S3 can be reached. */
export function StorageSettingsPage({ frame, state, facts }: SettingForm & { facts: Facts }) {
  const words = settingsWordsFor(frame.locale).storage
  const { settings, server, count, last } = facts
  const choosing = inForm({ frame, state }, 'storage')
  const now = stateOf(facts)
  const size = formatNumber(Math.round(count.bytes / 1e6), frame.locale)
  return (
    <SettingsPage frame={frame} part="storage">
      <Group title={words.place} text={words.placeText}>
        <p>{words.now[now]}</p>
        <p>{words.count(count.files, size)}</p>
        {now === 'mixed' || now === 'back' ? (
          <p>
            {words.move} <code dir="ltr">npm run move:media -- --to {settings.at}</code>
          </p>
        ) : null}
        <form action={chooseStorageAction}>
          <SettingAnswer frame={frame} state={choosing.state} />
          <fieldset disabled={!server && settings.at === 'disk'}>
            <legend className="label">{words.choose}</legend>
            {STORAGE_PLACES.map((place) => (
              <label className="tick" key={place}>
                <input
                  type="radio"
                  name="at"
                  value={place}
                  defaultChecked={place === (choosing.state?.values.at ?? settings.at)}
                />
                <span>{words.choices[place]}</span>
              </label>
            ))}
          </fieldset>
          {server || settings.at === 's3' ? <SaveButton frame={frame} /> : null}
        </form>
      </Group>
      <Group title={words.server} text={words.serverText}>
        {server ? (
          <dl className="facts">
            {(['endpoint', 'bucket', 'region'] as const).map((fact) => [
              <dt key={`${fact} name`}>{words[fact]}</dt>,
              <dd key={fact}>
                <bdi dir="ltr">{server[fact]}</bdi>
              </dd>,
            ])}
          </dl>
        ) : (
          <p>{words.notSet}</p>
        )}
      </Group>
      {server ? (
        <Group title={words.test} text={words.testText}>
          <SettingAnswer frame={frame} state={inForm({ frame, state }, 'storageTest').state} />
          {last ? <LastTest frame={frame} last={last} /> : null}
          <form action={testStorageAction}>
            <button className="button" type="submit">
              {words.tryIt}
            </button>
          </form>
        </Group>
      ) : null}
    </SettingsPage>
  )
}

function stateOf({ settings, server, isDiskUsed }: Facts) {
  if (needsS3(settings) && !server) return 'unreachable'
  if (settings.at === 's3') return isDiskUsed ? 'mixed' : 's3'
  if (settings.s3 === 'needed') return 'back'
  return settings.s3 === 'copies' ? 'copies' : 'disk'
}

function LastTest({
  frame: { locale, zone },
  last: { doneAt, error },
}: Pick<SettingForm, 'frame'> & { last: StorageTest }) {
  const words = settingsWordsFor(locale).storage
  return (
    <p>
      {words.last}: {doneAt ? words.works(formatDateTime(doneAt, locale, zone)) : error ? words.failed : words.waiting}
      {!doneAt && error ? (
        <>
          {': '}
          <bdi dir="ltr">{error}</bdi>
        </>
      ) : null}
    </p>
  )
}
