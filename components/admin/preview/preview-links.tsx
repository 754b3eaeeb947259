import { endLinkAction, shareAction } from '@/lib/articles/preview/actions'
import type { PreviewLinkLine } from '@/lib/articles/preview/admin-queries'
import { LINK_HOURS, LONGEST_LABEL, USUAL_HOURS } from '@/lib/articles/preview/sharing'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { fieldsWordsFor } from '@/lib/i18n/fields-words'
import { formatDateTime } from '@/lib/i18n/format'
import { Icon } from '../icon'
import { CopyLink } from './copy-link'

/** A link as whoever made it may hand it over again, while it works. */
export type ShownLink = PreviewLinkLine & { address: string | null }

type Props = {
  frame: NewsroomFrame
  articleId: number
  links: ShownLink[]
  isShownOutside: boolean
  state: FormState | undefined
}

/** Who outside the newsroom can read an article, until when, and the way to end it. */
export function PreviewLinks({ frame, articleId, links, isShownOutside, state }: Props) {
  const words = fieldsWordsFor(frame.locale).preview
  return (
    <section className="links-out" aria-labelledby="outside">
      <h2 id="outside">{words.outside}</h2>
      <p className="meta">{isShownOutside ? words.outsideText : words.noneOutside}</p>
      <Answer frame={frame} state={state} />
      {isShownOutside ? (
        <form action={shareAction} className="fields">
          <input type="hidden" name="articleId" value={articleId} />
          <div className="fields two">
            <div className="field">
              <label htmlFor="share-label">{words.label}</label>
              <input
                id="share-label"
                name="label"
                type="text"
                dir="auto"
                autoComplete="off"
                maxLength={LONGEST_LABEL}
                defaultValue={state?.values.label ?? ''}
              />
            </div>
            <div className="field">
              <label htmlFor="share-hours">{words.ends}</label>
              <select id="share-hours" name="hours" defaultValue={USUAL_HOURS}>
                {LINK_HOURS.map((hours) => (
                  <option key={hours} value={hours}>
                    {words.periods[hours]}
                  </option>
                ))}
              </select>
            </div>
          </div>
          <div>
            <button className="button primary" type="submit">
              {words.make}
            </button>
          </div>
        </form>
      ) : null}
      {links.length ? null : <p className="meta">{words.none}</p>}
      <ul className="rows">
        {links.map((link) => (
          <li className="row" key={link.id}>
            <div className="grow">
              <LinkLine frame={frame} link={link} />
            </div>
            {link.address ? (
              <form action={endLinkAction}>
                <input type="hidden" name="linkId" value={link.id} />
                <button className="button plain stop" type="submit" aria-label={words.endOf(link.label)}>
                  {words.endNow}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Answer({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  const words = fieldsWordsFor(frame.locale).preview
  if (state?.error) {
    return (
      <div className="notice stop" role="alert">
        <Icon name="stop" />
        <p>{words.errors[state.error] ?? words.errors.missing}</p>
      </div>
    )
  }
  if (!state?.done) return null
  return (
    <div className="notice" role="status">
      <Icon name="done" />
      <p>{words.done[state.done]}</p>
    </div>
  )
}

function LinkLine({ frame, link }: { frame: NewsroomFrame; link: ShownLink }) {
  const { locale, zone } = frame
  const words = fieldsWordsFor(locale).preview
  const at = (date: Date) => formatDateTime(date, locale, zone)
  const { id, label, address, madeByName, createdAt, expiresAt, revokedAt, revokedByName, opened, openedAt } = link
  const end = revokedAt ? words.ended(revokedByName ?? '', at(revokedAt)) : words.over(at(expiresAt))
  return (
    <>
      {address ? (
        <CopyLink id={`link-${id}`} label={words.link(label)} value={address} copy={words.copy} copied={words.copied} />
      ) : (
        <b>
          <bdi>{words.link(label)}</bdi>
        </b>
      )}
      <p className="meta">
        {address ? words.until(at(expiresAt)) : end} {openedAt ? words.opened(opened, at(openedAt)) : words.unopened}{' '}
        {words.madeBy(madeByName, at(createdAt))}
      </p>
    </>
  )
}
