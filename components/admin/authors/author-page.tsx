import { articleListPath } from '@/lib/articles/list-view'
import { authorPath } from '@/lib/articles/paths'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { may } from '@/lib/auth/permissions'
import { deleteAuthorAction, linkAccountAction, mergeAuthorAction } from '@/lib/authors/actions'
import type { AuthorLine } from '@/lib/authors/admin-queries'
import { authorsWordsFor } from '@/lib/i18n/authors-words'
import { Group } from '../group'
import { Icon } from '../icon'
import { NewsroomPage } from '../page'
import { WordedField } from '../worded-field'
import { AuthorAnswer, inForm } from './author-answer'
import { ProfileForm } from './profile-form'

type Props = {
  frame: NewsroomFrame
  author: AuthorLine
  /** Accounts without a profile; empty for whoever may not link any. */
  accounts: readonly { id: string; name: string }[]
  state: FormState | undefined
}

/** One author: what readers learn, whose profile it is, and how it goes. */
export function AuthorPage({ frame, author, accounts, state }: Props) {
  const words = authorsWordsFor(frame.locale)
  const { viewer } = frame
  const { id, name, slug, published, filed } = author
  return (
    <NewsroomPage frame={frame} title={name} section="authors">
      <p>
        <a href="/admin/authors/">{words.back}</a>
      </p>
      <div className="page-head">
        <div className="grow">
          <h1 dir="auto">{name}</h1>
          <p className="meta">
            <bdi dir="ltr">/author/{slug}/</bdi> · {words.published(published)} · {words.filed(filed)}
          </p>
        </div>
        <a className="button" href={authorPath(slug)}>
          {words.seePage}
        </a>
        <a className="button" href={articleListPath({ authorId: id })}>
          {words.seeArticles}
        </a>
      </div>
      <AuthorAnswer frame={frame} state={state} />
      <ProfileForm frame={frame} author={author} state={state} />
      {viewer && may(viewer, 'authors.link') ? (
        <AccountGroup frame={frame} author={author} accounts={accounts} />
      ) : null}
      {viewer && may(viewer, 'authors.arrange') ? <MergeGroup frame={frame} author={author} state={state} /> : null}
    </NewsroomPage>
  )
}

function AccountGroup({ frame, author: { id, account }, accounts }: Omit<Props, 'state'>) {
  const words = authorsWordsFor(frame.locale)
  return (
    <Group title={words.account} text={words.accountText}>
      <form action={linkAccountAction} className="fields">
        <input type="hidden" name="id" value={id} />
        <div className="field">
          <label htmlFor="account-userId">{words.accountOf}</label>
          <span className="choose">
            <select id="account-userId" name="userId" key={account?.id} defaultValue={account?.id ?? ''}>
              <option value="">{words.nobody}</option>
              {[...(account ? [account] : []), ...accounts].map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </span>
        </div>
        <div>
          <button className="button" type="submit">
            {words.saveAccount}
          </button>
        </div>
      </form>
    </Group>
  )
}

function MergeGroup({ frame, author: { id, filed }, state }: Omit<Props, 'accounts'>) {
  const words = authorsWordsFor(frame.locale)
  const field = inForm(frame, state, 'merge')
  const unsure = field.state?.errors.sure
  return (
    <Group title={words.mergeOrDelete} text={words.mergeText}>
      <form action={mergeAuthorAction} className="fields">
        <input type="hidden" name="id" value={id} />
        <WordedField {...field} name="into" label={words.into} hint={words.intoHint} required />
        <div>
          <label className="tick">
            <input type="checkbox" name="sure" required aria-invalid={unsure ? true : undefined} />
            <span>{words.sure(filed)}</span>
          </label>
          {unsure ? (
            <p className="wrong">
              <Icon name="stop" />
              {words.refused.sureMissing}
            </p>
          ) : null}
        </div>
        <div>
          <button className="button stop" type="submit">
            {words.mergeNow}
          </button>
        </div>
      </form>
      {filed === 0 ? (
        <form action={deleteAuthorAction} className="fields">
          <input type="hidden" name="id" value={id} />
          <p className="hint">{words.deleteText}</p>
          <div>
            <button className="button stop" type="submit">
              {words.deleteNow}
            </button>
          </div>
        </form>
      ) : null}
    </Group>
  )
}
