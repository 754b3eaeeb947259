import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { discardFrontAction, publishFrontAction, restoreFrontAction, stepFrontAction } from '@/lib/front/actions'
import type { FrontDesk, LayoutLine } from '@/lib/front/admin-queries'
import { frontWordsFor } from '@/lib/i18n/front-words'
import { whenWords } from '@/lib/i18n/moments'
import { Group } from '../group'
import { NewsroomPage } from '../page'
import { LeadGroup, PinGroup, SectionGroup } from './arranged-lists'
import { ChooseArticle } from './choose-article'
import { FrontAnswer } from './front-answer'
import { SortTools } from './sort-tools'

type Props = { frame: NewsroomFrame; desk: FrontDesk; typed: string; state: FormState | undefined }

/** Where editors arrange what readers see first. */
export function FrontDeskPage({ frame, desk, typed, state }: Props) {
  const words = frontWordsFor(frame.locale)
  const { version } = desk
  return (
    <NewsroomPage frame={frame} title={words.title} section="front">
      <div className="page-head">
        <div className="grow">
          <h1>{words.title}</h1>
          <p className="meta">{words.intro}</p>
        </div>
        <a className="button" href="/">
          {words.see}
        </a>
        <a className="button" href="/admin/front/preview/">
          {words.preview}
        </a>
      </div>
      {state && state.form !== 'choose' ? <FrontAnswer frame={frame} state={state} /> : null}
      <LeadGroup frame={frame} desk={desk} />
      <PinGroup frame={frame} desk={desk} />
      <ChooseArticle frame={frame} desk={desk} typed={typed} state={state?.form === 'choose' ? state : undefined} />
      <SectionGroup frame={frame} desk={desk} state={state?.form === 'section' ? state : undefined} />
      {/* Filled in by the script where something was dragged. */}
      <form action={stepFrontAction} id="move" hidden>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="step" />
      </form>
      <SortTools version={version} hint={words.keys} />
      <DraftLine frame={frame} desk={desk} />
      <Earlier frame={frame} desk={desk} />
    </NewsroomPage>
  )
}

/** What is live, what is being made, and the way from the one to the other. */
function DraftLine({ frame, desk: { draft, live, version } }: Pick<Props, 'frame' | 'desk'>) {
  const words = frontWordsFor(frame.locale)
  const when = (at: Date) => whenWords(at, frame.now, frame.locale, frame.zone)
  const liveLine = live ? words.liveSince(live.actorName, when(live.liveAt)) : words.automatic
  return (
    <section className="save-bar front-state">
      <p>
        {draft ? words.draftBy(draft.savedByName, when(draft.savedAt)) : words.noDraft}{' '}
        <span className="meta">{liveLine}</span>
      </p>
      {draft ? (
        <>
          <form action={discardFrontAction}>
            <input type="hidden" name="version" value={version} />
            <button className="button" type="submit">
              {words.discard}
            </button>
          </form>
          <form action={publishFrontAction}>
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="liveId" value={live?.id ?? 0} />
            <button className="button primary" type="submit">
              {words.publish}
            </button>
          </form>
        </>
      ) : null}
    </section>
  )
}

/** How it was before, each with the way back; from the first there is a way back to none. */
function Earlier({ frame, desk: { live, before } }: Pick<Props, 'frame' | 'desk'>) {
  const words = frontWordsFor(frame.locale)
  if (!live) return null
  return (
    <Group title={words.before} text={words.beforeText}>
      <ul className="rows">
        {before.map((layout, at) => (
          <EarlierLine key={layout.id} frame={frame} layout={layout} liveId={live.id} isLast={at === 0} />
        ))}
        <EarlierLine frame={frame} layout={null} liveId={live.id} isLast={before.length === 0} />
      </ul>
    </Group>
  )
}

type EarlierProps = { frame: NewsroomFrame; layout: LayoutLine | null; liveId: number; isLast: boolean }

function EarlierLine({ frame, layout, liveId, isLast }: EarlierProps) {
  const words = frontWordsFor(frame.locale)
  const when = layout && whenWords(layout.liveAt, frame.now, frame.locale, frame.zone)
  return (
    <li className="row">
      <div className="grow">
        {layout && when ? (
          <>
            {words.liveSince(layout.actorName, when)}{' '}
            <span className="meta">
              {layout.lead ? <bdi>{words.ledBy(layout.lead)} </bdi> : null}
              {words.said(layout.pins, layout.sections)}
            </span>
          </>
        ) : (
          words.withoutAny
        )}
      </div>
      <form action={restoreFrontAction}>
        <input type="hidden" name="id" value={layout?.id ?? 0} />
        <input type="hidden" name="liveId" value={liveId} />
        <button
          className="button"
          type="submit"
          aria-label={isLast ? undefined : words.putBackOf(when ?? words.withoutAny)}
        >
          {isLast ? words.undo : words.putBack}
        </button>
      </form>
    </li>
  )
}
