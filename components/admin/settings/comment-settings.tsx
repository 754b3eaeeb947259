import { settingsWordsFor } from '@/lib/i18n/settings-words'
import { saveCommentsAction } from '@/lib/site/setting-actions'
import { MODERATION } from '@/lib/site/setting-forms'
import type { CommentSettings as Comments } from '@/lib/site/settings'
import { Group } from '../group'
import { WordedField } from '../worded-field'
import { inForm, SaveButton, SettingAnswer, type SettingForm, SettingsPage } from './settings-page'

/** What happens to comments when they come in, and for how long they may. */
export function CommentSettings({ frame, state, comments }: SettingForm & { comments: Comments }) {
  const words = settingsWordsFor(frame.locale).comments
  const field = { ...inForm({ frame, state }, 'comments'), type: 'number', required: true } as const
  const now = comments.holdEverything ? 'nobody' : comments.holdFirst ? 'known' : 'everybody'
  return (
    <SettingsPage frame={frame} part="comments">
      <form action={saveCommentsAction}>
        <SettingAnswer frame={frame} state={field.state} />
        <Group title={words.moderation} text={words.moderationText}>
          <fieldset>
            <legend className="label">{words.published}</legend>
            {MODERATION.toReversed().map((choice) => (
              <label className="tick" key={choice}>
                <input
                  type="radio"
                  name="published"
                  value={choice}
                  defaultChecked={choice === (field.state?.values.published ?? now)}
                />
                <span>{words.choices[choice]}</span>
              </label>
            ))}
          </fieldset>
          <WordedField
            {...field}
            name="holdLinks"
            label={words.links}
            value={String(comments.holdLinks)}
            hint={words.linksHint}
            min={1}
            max={20}
          />
        </Group>
        <Group title={words.limits} text={words.limitsText}>
          <WordedField
            {...field}
            name="closeAfterDays"
            label={words.close}
            value={String(comments.closeAfterDays)}
            hint={words.closeHint}
            min={0}
            max={3650}
          />
          <WordedField
            {...field}
            name="maxDepth"
            label={words.depth}
            value={String(comments.maxDepth)}
            hint={words.depthHint}
            min={1}
            max={10}
          />
          <WordedField
            {...field}
            name="floodSeconds"
            label={words.flood}
            value={String(comments.floodSeconds)}
            hint={words.floodHint}
            min={0}
            max={3600}
          />
          <SaveButton frame={frame} />
        </Group>
      </form>
    </SettingsPage>
  )
}
