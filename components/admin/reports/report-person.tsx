import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { trustWordsFor } from '@/lib/i18n/trust-words'
import { PersonData } from '../comments/person-data'

type Props = { frame: NewsroomFrame; email: string | null; state: FormState | undefined }

/** Who sent it, as far as they said, and what is owed to them. */
export function ReportPerson({ frame, email, state }: Props) {
  const words = trustWordsFor(frame.locale).reports
  return (
    <aside className="person" aria-label={words.person}>
      <div>
        <h2>{words.person}</h2>
        <p className="meta">{email ? <bdi>{email}</bdi> : words.noAddress}</p>
      </div>
      {email ? <p>{words.personText}</p> : null}
      <PersonData frame={frame} email={email} state={state} />
    </aside>
  )
}
