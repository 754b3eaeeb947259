import type { Example, Moving } from '@/lib/articles/moving/queries'
import { PATH_PATTERNS, type PathPattern } from '@/lib/articles/paths'
import { formatNumber } from '@/lib/i18n/format'
import { settingsWordsFor } from '@/lib/i18n/settings-words'
import { usePatternAction } from '@/lib/site/setting-actions'
import { settingPath } from '@/lib/site/setting-parts'
import { Group } from '../group'
import { inForm, SettingAnswer, type SettingForm, SettingsPage } from './settings-page'

type Props = SettingForm & {
  pattern: PathPattern
  /** What the pattern that was asked about would change; null: none was. */
  asked: { pattern: PathPattern; count: number; examples: Example[] } | null
  moving: Moving | null
}

/** How the addresses of articles are made, and what another way would change. */
export function AddressSettings({ frame, state, pattern, asked, moving }: Props) {
  const words = settingsWordsFor(frame.locale).addresses
  return (
    <SettingsPage frame={frame} part="addresses">
      <Group title={words.pattern} text={words.patternText}>
        <SettingAnswer frame={frame} state={inForm({ frame, state }, 'pattern').state} />
        {moving ? <Progress frame={frame} moving={moving} /> : null}
        <form className="fields" action={settingPath('addresses')}>
          <div className="field">
            <label htmlFor="pattern">{words.choose}</label>
            <span className="choose">
              <select id="pattern" name="pattern" defaultValue={asked?.pattern ?? pattern}>
                {PATH_PATTERNS.map((one) => (
                  <option key={one} value={one}>
                    {words.patterns[one] ?? one}
                  </option>
                ))}
              </select>
            </span>
          </div>
          <div>
            <button className="button" type="submit">
              {words.show}
            </button>
          </div>
        </form>
      </Group>
      {asked ? <Asked frame={frame} asked={asked} /> : null}
    </SettingsPage>
  )
}

function Progress({ frame: { locale }, moving }: Pick<Props, 'frame'> & { moving: Moving }) {
  const words = settingsWordsFor(locale).addresses
  const { all, moved, stayed, finished } = moving
  const number = (value: number) => formatNumber(value, locale)
  if (!finished) {
    return (
      <div className="field">
        <label htmlFor="moving">{words.moving(number(moved + stayed), number(all))}</label>
        <progress id="moving" value={moved + stayed} max={Math.max(1, all)} />
      </div>
    )
  }
  return (
    <p className="meta">
      {words.moved(moved)} {stayed ? words.stayed(stayed) : null}
    </p>
  )
}

function Asked({ frame, asked }: Pick<Props, 'frame'> & { asked: NonNullable<Props['asked']> }) {
  const words = settingsWordsFor(frame.locale).addresses
  const { pattern, count, examples } = asked
  return (
    <Group title={words.patterns[pattern] ?? pattern} text={words.wouldBe(count)}>
      {examples.length ? (
        <>
          <p className="label">{words.examples}</p>
          <ul className="rows">
            {examples.map(({ from, to }) => (
              <li key={from} className="address">
                <bdi dir="ltr">{from}</bdi> <span className="quiet">{words.becomes}</span> <bdi dir="ltr">{to}</bdi>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <form action={usePatternAction} className="fields">
        <input type="hidden" name="pattern" value={pattern} />
        <label className="tick">
          <input type="radio" name="which" value="new" defaultChecked />
          <span>{words.onlyNew}</span>
        </label>
        {count ? (
          <label className="tick">
            <input type="radio" name="which" value="all" />
            <span>{words.moveAll(count)}</span>
          </label>
        ) : null}
        <div>
          <button className="button primary" type="submit">
            {words.use}
          </button>
        </div>
      </form>
    </Group>
  )
}
