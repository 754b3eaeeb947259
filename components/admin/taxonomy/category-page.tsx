import { articleListPath } from '@/lib/articles/list-view'
import { categoryPath } from '@/lib/articles/paths'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { taxonomyWordsFor } from '@/lib/i18n/taxonomy-words'
import type { CategoryLine } from '@/lib/taxonomy/admin-queries'
import {
  deleteCategoryAction,
  editCategoryAction,
  mergeCategoryAction,
  placeCategoryAction,
} from '@/lib/taxonomy/category-actions'
import { Group } from '../group'
import { NewsroomPage } from '../page'
import { CategoryChoice } from './category-choice'
import { MergeParts } from './merge-parts'
import { TermAnswer } from './term-answer'
import { TermFields } from './term-fields'

type Props = {
  frame: NewsroomFrame
  lines: readonly CategoryLine[]
  category: CategoryLine
  state: FormState | undefined
}

/** One category: its words, its place, and how it goes. */
export function CategoryPage({ frame, lines, category, state }: Props) {
  const words = taxonomyWordsFor(frame.locale)
  const page = words.categories
  const { id, name, path, published, filed, parentId } = category
  const family = lines.filter((line) => line.path === path || line.path.startsWith(`${path}/`))
  const others = lines.filter((line) => !family.includes(line))
  const inForm = (form: string) => (state?.form === form ? state : undefined)
  return (
    <NewsroomPage frame={frame} title={name} section="categories">
      <p>
        <a href="/admin/categories/">{page.back}</a>
      </p>
      <div className="page-head">
        <div className="grow">
          <h1 dir="auto">{name}</h1>
          <p className="meta">
            <bdi dir="ltr">/category/{path}/</bdi> · {words.published(published)} · {words.filed(filed)}
          </p>
        </div>
        <a className="button" href={categoryPath(path)}>
          {words.seePage}
        </a>
        <a className="button" href={articleListPath({ categoryId: id })}>
          {words.seeArticles}
        </a>
      </div>
      {state?.form === 'merge' ? null : <TermAnswer frame={frame} state={state} />}
      <Group title={words.words} text={words.wordsText}>
        <form action={editCategoryAction} className="fields">
          <input type="hidden" name="id" value={id} />
          <TermFields
            frame={frame}
            form="words"
            state={inForm('words')}
            term={category}
            slugHint={words.slugMoves(family.length)}
            language
          />
          <div>
            <button className="button primary" type="submit">
              {words.save}
            </button>
          </div>
        </form>
      </Group>
      <Group title={page.place} text={page.placeText}>
        <form action={placeCategoryAction} className="fields">
          <input type="hidden" name="id" value={id} />
          <CategoryChoice
            id="place-parent"
            name="parentId"
            label={page.below}
            lines={others}
            value={String(parentId ?? '')}
            none={page.top}
          />
          <div>
            <button className="button" type="submit">
              {page.move}
            </button>
          </div>
        </form>
      </Group>
      <MergeParts
        frame={frame}
        state={inForm('merge')}
        id={id}
        filed={filed}
        isEmpty={filed === 0 && family.length === 1}
        text={page.mergeText}
        deleteText={page.deleteText}
        merge={mergeCategoryAction}
        remove={deleteCategoryAction}
      >
        <CategoryChoice
          id="merge-into"
          name="intoId"
          label={words.mergeInto}
          lines={others}
          value={inForm('merge')?.values.intoId ?? ''}
          none={words.choose}
          required
        />
      </MergeParts>
    </NewsroomPage>
  )
}
