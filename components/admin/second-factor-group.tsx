import {
  beginSecondFactorAction,
  finishSecondFactorAction,
  renewBackupCodesAction,
  switchSecondFactorOffAction,
} from '@/lib/account/actions'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { Field } from './field'
import { FormAnswer } from './form-answer'
import { Group } from './group'
import { SquareCode } from './square-code'

type Props = {
  frame: NewsroomFrame
  account: { hasPassword: boolean; hasSecondFactor: boolean }
  state: FormState | undefined
}

/** The second factor: off, being switched on, or on. */
export function SecondFactorGroup({ frame, account, state }: Props) {
  const { words } = frame
  const page = words.accountPage
  // Of a code that was wrong the form sends back what was shown before it.
  const uri = textOf(state?.shown?.uri) ?? (state?.error ? state.values.uri : undefined)
  const codes = state?.shown?.backupCodes
  return (
    <Group title={page.second} text={page.secondText}>
      <FormAnswer frame={frame} state={state} />
      {Array.isArray(codes) ? <BackupCodes frame={frame} codes={codes} /> : null}
      <p>{account.hasSecondFactor ? page.isOn : page.isOff}</p>
      {account.hasSecondFactor ? <On frame={frame} state={state} /> : null}
      {!account.hasSecondFactor && !account.hasPassword ? <p>{page.secondNeedsPassword}</p> : null}
      {!account.hasSecondFactor && account.hasPassword && !isUri(uri) ? <Off frame={frame} state={state} /> : null}
      {!account.hasSecondFactor && isUri(uri) ? <Scan frame={frame} uri={uri} state={state} /> : null}
    </Group>
  )
}

const textOf = (shown: string | string[] | undefined) => (typeof shown === 'string' ? shown : undefined)
const isUri = (uri: string | undefined): uri is string => uri !== undefined && /^otpauth:\/\/totp\//.test(uri)

type PartProps = { frame: NewsroomFrame; state: FormState | undefined }

function Off({ frame, state }: PartProps) {
  const { words } = frame
  return (
    <form action={beginSecondFactorAction} className="fields">
      <OwnPassword frame={frame} form="second-on" state={state} />
      <div>
        <button className="button" type="submit">
          {words.accountPage.begin}
        </button>
      </div>
    </form>
  )
}

function Scan({ frame, uri, state }: PartProps & { uri: string }) {
  const { words } = frame
  const page = words.accountPage
  const key = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <form action={finishSecondFactorAction} className="fields">
      <p>{page.scan}</p>
      <SquareCode text={uri} label={page.qr} />
      <p className="hint">
        {page.key} <code dir="ltr">{key.match(/.{1,4}/g)?.join(' ')}</code> ·{' '}
        <a className="link" href={uri}>
          {page.openApp}
        </a>
      </p>
      <input type="hidden" name="uri" value={uri} />
      <Field
        form="second"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        label={words.signIn.code}
        words={words}
        state={state}
      />
      <div>
        <button className="button primary" type="submit">
          {page.finish}
        </button>
      </div>
    </form>
  )
}

function On({ frame, state }: PartProps) {
  const { words } = frame
  const page = words.accountPage
  return (
    <>
      <form action={renewBackupCodesAction} className="fields">
        <OwnPassword frame={frame} form="second-renew" state={state} />
        <div>
          <button className="button" type="submit">
            {page.renew}
          </button>
          <p className="hint">{page.renewText}</p>
        </div>
      </form>
      <form action={switchSecondFactorOffAction} className="fields">
        <OwnPassword frame={frame} form="second-off" state={state} />
        <div>
          <button className="button stop" type="submit">
            {page.off}
          </button>
        </div>
      </form>
    </>
  )
}

function OwnPassword({ frame, form, state }: PartProps & { form: string }) {
  return (
    <Field
      form={form}
      name="password"
      type="password"
      autoComplete="current-password"
      label={frame.words.accountPage.current}
      words={frame.words}
      state={state}
    />
  )
}

function BackupCodes({ frame, codes }: { frame: NewsroomFrame; codes: string[] }) {
  const page = frame.words.accountPage
  return (
    <section className="column" aria-labelledby="backup-codes">
      <h3 id="backup-codes">{page.backupTitle}</h3>
      <p>{page.backupText}</p>
      <ul className="backup-codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
