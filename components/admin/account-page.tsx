import { chooseLocaleAction, endOtherSessionsAction, endSessionAction } from '@/lib/account/actions'
import type { OwnPasskey, OwnSession } from '@/lib/account/queries'
import { signOutAction } from '@/lib/auth/actions'
import { browserName } from '@/lib/auth/browser-name'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { formatDateTime } from '@/lib/i18n/format'
import { FormAnswer } from './form-answer'
import { Group } from './group'
import { LanguageField } from './language-field'
import { NewsroomPage } from './page'
import { PasskeysGroup } from './passkeys/passkeys-group'
import { PasswordGroup } from './password-group'
import { SecondFactorGroup } from './second-factor-group'

export type AccountView = {
  email: string
  locale: string | null
  hasPassword: boolean
  hasSecondFactor: boolean
  sessionId: string
  /** Of the browser that asks. */
  userAgent: string
  sessions: OwnSession[]
  passkeys: OwnPasskey[]
  isPasskeyAdded: boolean
}
type Props = { frame: NewsroomFrame; account: AccountView; state: FormState | undefined }

export function AccountPage({ frame, account, state }: Props) {
  const { words, viewer } = frame
  const of = (form: string) => (state?.form === form ? state : undefined)
  return (
    <NewsroomPage frame={frame} title={words.account} section="account">
      <div className="page-head">
        <div className="grow">
          <h1>{words.account}</h1>
          <p className="meta">
            <bdi>{viewer?.name}</bdi> · <bdi>{account.email}</bdi> · {viewer ? words.roles[viewer.role] : null}
          </p>
        </div>
        <form action={signOutAction}>
          <button className="button" type="submit">
            {words.signOut}
          </button>
        </form>
      </div>
      <PasswordGroup frame={frame} account={account} state={of('password')} />
      <SecondFactorGroup frame={frame} account={account} state={of('second')} />
      <PasskeysGroup
        frame={frame}
        passkeys={account.passkeys}
        suggestion={browserName(account.userAgent) || words.accountPage.unknownBrowser}
        isAdded={account.isPasskeyAdded}
        state={of('passkeys')}
      />
      <Sessions frame={frame} account={account} state={of('sessions')} />
      <Language frame={frame} account={account} state={of('language')} />
    </NewsroomPage>
  )
}

function Sessions({ frame, account, state }: Props) {
  const { words, locale, zone } = frame
  const page = words.accountPage
  return (
    <Group title={page.sessions}>
      <FormAnswer frame={frame} state={state} />
      <ul className="rows">
        {account.sessions.map(({ id, userAgent, address, seenAt, createdAt }) => {
          const browser = browserName(userAgent) || page.unknownBrowser
          return (
            <li className="row" key={id}>
              <div className="grow">
                <b>
                  <bdi>{browser}</bdi>
                </b>{' '}
                {id === account.sessionId ? <span className="quiet">{page.thisOne}</span> : null}
                <p className="meta">
                  {page.lastUsed} {formatDateTime(seenAt ?? createdAt, locale, zone)}
                  {address ? (
                    <>
                      {' · '}
                      <bdi>{address}</bdi>
                    </>
                  ) : null}
                </p>
              </div>
              {id === account.sessionId ? null : (
                <form action={endSessionAction}>
                  <input type="hidden" name="sessionId" value={id} />
                  <button className="button plain" type="submit" aria-label={page.endOf(browser)}>
                    {page.end}
                  </button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
      {account.sessions.length > 1 ? (
        <form action={endOtherSessionsAction}>
          <button className="button" type="submit">
            {page.endOthers}
          </button>
        </form>
      ) : null}
    </Group>
  )
}

function Language({ frame, account, state }: Props) {
  const { words } = frame
  return (
    <Group title={words.accountPage.language} text={words.accountPage.languageText}>
      <FormAnswer frame={frame} state={state} />
      <form action={chooseLocaleAction} className="fields">
        <LanguageField
          id="language-locale"
          label={words.accountPage.language}
          asSite={words.accountPage.siteLanguage}
          value={account.locale ?? ''}
        />
        <div>
          <button className="button" type="submit">
            {words.accountPage.saveLanguage}
          </button>
        </div>
      </form>
    </Group>
  )
}
