import type { AiUse } from '@/generated/sqlite/enums'
import type { FieldsWords } from '@/lib/i18n/fields-words'
import { Choice, FewLines } from './part'
import type { Written } from './props'

type Props = { said: FieldsWords; content: Written; set(next: Partial<Written>): void }

/** How much of the text a machine made, as readers are told. */
export function AiFields({ said: { ai }, content, set }: Props) {
  const { aiUse, aiNote } = content
  return (
    <>
      <Choice
        id="ai-use"
        label={ai.use}
        value={aiUse}
        options={Object.entries(ai.uses)}
        onChange={(chosen) => set({ aiUse: chosen as AiUse })}
      />
      {aiUse === 'NONE' ? null : (
        <FewLines
          id="ai-note"
          label={ai.note}
          hint={ai.readersSee}
          value={aiNote ?? ''}
          onChange={(text) => set({ aiNote: text || null })}
        />
      )}
    </>
  )
}
