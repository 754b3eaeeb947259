import type { CrawlerSettings } from '@/lib/crawlers/settings'
import { settingsWordsFor } from '@/lib/i18n/settings-words'
import { saveRobotsAction } from '@/lib/site/setting-actions'
import { Group } from '../group'
import { WordedField } from '../worded-field'
import { inForm, SaveButton, SettingAnswer, type SettingForm } from './settings-page'

type Bot = { names: string[]; allow: string[]; disallow: string[] }
const NEW: Bot = { names: [], allow: [], disallow: [] }

/** robots.txt: for all, for those that gather texts, and for single ones; the last group is there to be filled in. */
export function RobotsForm({ frame, state, crawlers }: SettingForm & { crawlers: CrawlerSettings }) {
  const words = settingsWordsFor(frame.locale).crawlers
  const field = inForm({ frame, state }, 'robots')
  const mayRead = field.state && !field.state.done ? field.state.values.aiMayRead === 'on' : crawlers.aiMayRead
  return (
    <form action={saveRobotsAction}>
      <Group title={words.robots} text={words.robotsText}>
        <SettingAnswer frame={frame} state={field.state} />
        <div>
          <label className="tick">
            <input type="checkbox" name="aiMayRead" defaultChecked={mayRead} aria-describedby="ai-hint" />
            <span>{words.ai}</span>
          </label>
          <p className="hint" id="ai-hint">
            {words.aiHint}
          </p>
        </div>
        <WordedField
          {...field}
          name="disallow"
          label={words.disallow}
          value={crawlers.disallow.join('\n')}
          hint={words.disallowHint}
          lines={3}
          dir="ltr"
        />
        <div>
          <p className="label">{words.bot}</p>
          <p className="hint">{words.botHint}</p>
        </div>
        {[...crawlers.bots, NEW].map((bot, at) => (
          <fieldset key={bot.names.join(' ')} className="fields">
            <legend className="label">{bot === NEW ? words.anotherBot : words.group(at + 1)}</legend>
            <BotFields frame={frame} state={state} bot={bot} at={at} />
          </fieldset>
        ))}
        <SaveButton frame={frame} />
      </Group>
    </form>
  )
}

function BotFields({ frame, state, bot, at }: SettingForm & { bot: Bot; at: number }) {
  const words = settingsWordsFor(frame.locale).crawlers
  const field = { ...inForm({ frame, state }, 'robots'), dir: 'ltr' } as const
  return (
    <>
      <WordedField {...field} name={`names${at}`} label={words.botNames} value={bot.names.join(', ')} maxLength={500} />
      <WordedField {...field} name={`allow${at}`} label={words.allow} value={bot.allow.join('\n')} lines={2} />
      <WordedField {...field} name={`disallow${at}`} label={words.forbid} value={bot.disallow.join('\n')} lines={2} />
    </>
  )
}
