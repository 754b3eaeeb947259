import { formatDateTime } from '@/lib/i18n/format'
import { settingsWordsFor } from '@/lib/i18n/settings-words'
import type { TestLetter } from '@/lib/mail/test-mutations'
import { testMailAction } from '@/lib/site/setting-actions'
import { Group } from '../group'
import { inForm, SettingAnswer, type SettingForm, SettingsPage } from './settings-page'

type Props = SettingForm & {
  /** Null: no mail is sent. */
  server: { host: string; from: string } | null
  /** Of whoever looks. */
  address: string
  last: TestLetter | null
}

/** Through which server letters go, and whether they arrive. */
export function MailSettings({ frame, state, server, address, last }: Props) {
  const words = settingsWordsFor(frame.locale).mail
  return (
    <SettingsPage frame={frame} part="mail">
      <Group title={words.server} text={words.serverText}>
        {server ? (
          <dl className="facts">
            <dt>{words.host}</dt>
            <dd>
              <bdi dir="ltr">{server.host}</bdi>
            </dd>
            <dt>{words.from}</dt>
            <dd>
              <bdi dir="ltr">{server.from}</bdi>
            </dd>
          </dl>
        ) : (
          <p>{words.notSet}</p>
        )}
      </Group>
      {server ? (
        <Group title={words.test} text={words.testText}>
          <SettingAnswer frame={frame} state={inForm({ frame, state }, 'mail').state} />
          {last ? <LastTest frame={frame} last={last} /> : null}
          <form action={testMailAction}>
            <button className="button" type="submit">
              {words.send(address)}
            </button>
          </form>
        </Group>
      ) : null}
    </SettingsPage>
  )
}

function LastTest({ frame: { locale, zone }, last }: Pick<Props, 'frame'> & { last: TestLetter }) {
  const words = settingsWordsFor(locale).mail
  const { sentAt, error } = last
  return (
    <p>
      {words.last}: {sentAt ? words.sent(formatDateTime(sentAt, locale, zone)) : error ? words.failed : words.waiting}
      {!sentAt && error ? (
        <>
          {': '}
          <bdi dir="ltr">{error}</bdi>
        </>
      ) : null}
    </p>
  )
}
