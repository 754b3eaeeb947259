import type { ReactNode } from 'react'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { taxonomyWordsFor } from '@/lib/i18n/taxonomy-words'
import { Group } from '../group'
import { Icon } from '../icon'
import { TermAnswer } from './term-answer'

type Props = {
  frame: NewsroomFrame
  state: FormState | undefined
  id: number
  /** So many articles, drafts and all, are filed elsewhere by it. */
  filed: number
  isEmpty: boolean
  text: string
  deleteText: string
  merge: (form: FormData) => Promise<void>
  remove: (form: FormData) => Promise<void>
  /** Where to: the one field that differs. */
  children: ReactNode
}

/** What makes a category or tag go: into another, or for good where nothing has it. */
export function MergeParts({ frame, state, id, filed, isEmpty, text, deleteText, merge, remove, children }: Props) {
  const words = taxonomyWordsFor(frame.locale)
  const unsure = state?.errors.sure
  return (
    <Group title={words.mergeOrDelete} text={text}>
      {state?.form === 'merge' ? <TermAnswer frame={frame} state={state} /> : null}
      <form action={merge} className="fields">
        <input type="hidden" name="id" value={id} />
        {children}
        <div>
          <label className="tick">
            <input type="checkbox" name="sure" required aria-invalid={unsure ? true : undefined} />
            <span>{words.sure(filed)}</span>
          </label>
          {unsure ? (
            <p className="wrong">
              <Icon name="stop" />
              {words.refused[unsure] ?? words.refused.sureMissing}
            </p>
          ) : null}
        </div>
        <div>
          <button className="button stop" type="submit">
            {words.mergeNow}
          </button>
        </div>
      </form>
      {isEmpty ? (
        <form action={remove} className="fields">
          <input type="hidden" name="id" value={id} />
          <p className="hint">{deleteText}</p>
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
