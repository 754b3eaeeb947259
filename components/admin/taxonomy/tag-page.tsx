import { tagPath } from '@/lib/articles/paths'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { taxonomyWordsFor } from '@/lib/i18n/taxonomy-words'
import type { TagLine } from '@/lib/taxonomy/admin-queries'
import { deleteTagAction, editTagAction, mergeTagAction } from '@/lib/taxonomy/tag-actions'
import { Group } from '../group'
import { NewsroomPage } from '../page'
import { MergeParts } from './merge-parts'
import { TermAnswer } from './term-answer'
import { TermField, TermFields } from './term-fields'

type Props = { frame: NewsroomFrame; tag: TagLine; state: FormState | undefined }

/** One tag: its words, and how it goes. */
export function TagPage({ frame, tag, state }: Props) {
  const words = taxonomyWordsFor(frame.locale)
  const page = words.tags
  const { id, name, slug, published, filed } = tag
  const inForm = (form: string) => (state?.form === form ? state : undefined)
  return (
    <NewsroomPage frame={frame} title={name} section="tags">
      <p>
        <a href="/admin/tags/">{page.back}</a>
      </p>
      <div className="page-head">
        <div className="grow">
          <h1 dir="auto">{name}</h1>
          <p className="meta">
            <bdi dir="ltr">/tag/{slug}/</bdi> · {words.published(published)} · {words.filed(filed)}
          </p>
        </div>
        <a className="button" href={tagPath(slug)}>
          {words.seePage}
        </a>
      </div>
      {state?.form === 'merge' ? null : <TermAnswer frame={frame} state={state} />}
      <Group title={words.words} text={words.wordsText}>
        <form action={editTagAction} className="fields">
          <input type="hidden" name="id" value={id} />
          <TermFields frame={frame} form="words" state={inForm('words')} term={tag} slugHint={words.slugMoves(1)} />
          <div>
            <button className="button primary" type="submit">
              {words.save}
            </button>
          </div>
        </form>
      </Group>
      <MergeParts
        frame={frame}
        state={inForm('merge')}
        id={id}
        filed={filed}
        isEmpty={filed === 0}
        text={page.mergeText}
        deleteText={page.deleteText}
        merge={mergeTagAction}
        remove={deleteTagAction}
      >
        <TermField
          frame={frame}
          form="merge"
          state={inForm('merge')}
          name="into"
          label={page.into}
          hint={page.intoHint}
          required
        />
      </MergeParts>
    </NewsroomPage>
  )
}
