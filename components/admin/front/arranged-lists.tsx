import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { addSectionAction, stepFrontAction } from '@/lib/front/actions'
import type { FrontDesk } from '@/lib/front/admin-queries'
import { MOST_IN_SECTION } from '@/lib/front/arrangement'
import { frontWordsFor } from '@/lib/i18n/front-words'
import { Group } from '../group'
import { WordedField } from '../worded-field'
import { PlacedLine, Steps } from './placed-line'

type Props = { frame: NewsroomFrame; desk: FrontDesk }

export function LeadGroup({ frame, desk: { arrangement, articles, version } }: Props) {
  const words = frontWordsFor(frame.locale)
  const { lead } = arrangement
  return (
    <Group title={words.lead} text={words.leadText}>
      {lead ? (
        <form action={stepFrontAction} className="row">
          <input type="hidden" name="version" value={version} />
          <div className="grow">
            <PlacedLine frame={frame} placed={lead} article={articles.get(lead.articleId)} />
          </div>
          <button className="button plain" type="submit" name="step" value="noLead">
            {words.takeLead}
          </button>
        </form>
      ) : (
        <p className="meta">{words.noLead}</p>
      )}
    </Group>
  )
}

export function PinGroup({ frame, desk: { arrangement, articles, version } }: Props) {
  const words = frontWordsFor(frame.locale)
  const { pins } = arrangement
  const nameOf = (id: number) => articles.get(id)?.headline ?? words.gone
  return (
    <Group title={words.pins} text={words.pinsText}>
      {pins.length ? (
        <form action={stepFrontAction} className="tree">
          <input type="hidden" name="version" value={version} />
          <ul className="rows">
            {pins.map((pin, at) => (
              <li key={pin.articleId} data-sort="pins" data-at={at} data-of={pins.length}>
                <div className="row">
                  <div className="grow">
                    <PlacedLine frame={frame} placed={pin} article={articles.get(pin.articleId)} />
                  </div>
                  <Steps frame={frame} name={nameOf(pin.articleId)} list="pins" at={at} of={pins.length} />
                  <button
                    className="button plain"
                    type="submit"
                    name="step"
                    value={`unpin ${pin.articleId}`}
                    aria-label={words.unpin(nameOf(pin.articleId))}
                  >
                    {words.takeAway}
                  </button>
                </div>
              </li>
            ))}
          </ul>
        </form>
      ) : (
        <p className="meta">{words.noPins}</p>
      )}
    </Group>
  )
}

type SectionProps = Props & { state: FormState | undefined }

export function SectionGroup({ frame, desk, state }: SectionProps) {
  const words = frontWordsFor(frame.locale)
  const { arrangement, version, categories } = desk
  const { sections } = arrangement
  const names = new Map(categories.map(({ id, name }) => [id, name]))
  const nameOf = (id: number | null) => (id === null ? words.newest : (names.get(id) ?? words.gone))
  return (
    <Group title={words.sections} text={words.sectionsText}>
      {sections.length ? (
        <form action={stepFrontAction} className="tree">
          <input type="hidden" name="version" value={version} />
          <ul className="rows">
            {sections.map(({ categoryId, count }, at) => (
              <li key={categoryId ?? 'all'} data-sort="sections" data-at={at} data-of={sections.length}>
                <div className="row">
                  <div className="grow">
                    <bdi>{nameOf(categoryId)}</bdi> <span className="meta">{words.count(count)}</span>
                  </div>
                  <Steps frame={frame} name={nameOf(categoryId)} list="sections" at={at} of={sections.length} />
                  <button
                    className="button plain"
                    type="submit"
                    name="step"
                    value={`noSection ${categoryId ?? 'all'}`}
                    aria-label={words.takeSection(nameOf(categoryId))}
                  >
                    {words.takeAway}
                  </button>
                </div>
              </li>
            ))}
          </ul>
          <button className="button" type="submit" name="step" value="noSections">
            {words.allSections}
          </button>
        </form>
      ) : (
        <p className="meta">{words.noSections}</p>
      )}
      <AddSection frame={frame} desk={desk} state={state} />
    </Group>
  )
}

function AddSection({ frame, desk: { version, categories }, state }: SectionProps) {
  const words = frontWordsFor(frame.locale)
  return (
    <form action={addSectionAction} className="fields two">
      <input type="hidden" name="version" value={version} />
      <div className="field">
        <label htmlFor="section-categoryId">{words.addSection}</label>
        <span className="choose">
          <select id="section-categoryId" name="categoryId" aria-describedby="section-hint">
            <option value="">{words.newest}</option>
            {categories.map(({ id, name, depth }) => (
              <option key={id} value={id}>
                {`${'\u2003'.repeat(depth)}${name}`}
              </option>
            ))}
          </select>
        </span>
        <p className="hint" id="section-hint">
          {words.addSectionHint}
        </p>
      </div>
      <WordedField
        form="section"
        state={state}
        refused={words.refused}
        name="count"
        label={words.howMany}
        hint={words.howManyHint}
        type="number"
        min={1}
        max={MOST_IN_SECTION}
        value="5"
        required
      />
      <div>
        <button className="button" type="submit">
          {words.add}
        </button>
      </div>
    </form>
  )
}
