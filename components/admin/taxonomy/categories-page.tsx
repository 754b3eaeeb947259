import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { taxonomyWordsFor } from '@/lib/i18n/taxonomy-words'
import type { CategoryLine } from '@/lib/taxonomy/admin-queries'
import { createCategoryAction, placeCategoryAction, stepCategoryAction } from '@/lib/taxonomy/category-actions'
import { NewsroomPage } from '../page'
import { TreeTools } from '../tree/tree-tools'
import { CategoryChoice } from './category-choice'
import { CategoryList } from './category-list'
import { TermAnswer } from './term-answer'
import { TermFields } from './term-fields'

type Props = { frame: NewsroomFrame; lines: readonly CategoryLine[]; state: FormState | undefined }

export function CategoriesPage({ frame, lines, state }: Props) {
  const words = taxonomyWordsFor(frame.locale)
  const page = words.categories
  return (
    <NewsroomPage frame={frame} title={page.title} section="categories">
      <div className="page-head">
        <div className="grow">
          <h1>{page.title}</h1>
          <p className="meta">{page.intro}</p>
        </div>
        <a className="button" href="#new">
          {page.add}
        </a>
      </div>
      {state?.form === 'new' ? null : <TermAnswer frame={frame} state={state} />}
      {lines.length ? (
        <form className="tree" action={stepCategoryAction}>
          <CategoryList frame={frame} lines={lines} parentId={null} />
        </form>
      ) : (
        <p className="empty">{page.none}</p>
      )}
      {/* Filled in by the script where something was dragged. */}
      <form action={placeCategoryAction} id="place" hidden>
        <input type="hidden" name="id" />
        <input type="hidden" name="parentId" />
        <input type="hidden" name="beforeId" />
      </form>
      <TreeTools order={lines.map(({ id, parentId }) => `${parentId}.${id}`).join(' ')} hint={page.keys} />
      <section className="column usual-gap" id="new" aria-labelledby="new-head">
        <header>
          <h2 id="new-head">{page.add}</h2>
        </header>
        {state?.form === 'new' ? <TermAnswer frame={frame} state={state} /> : null}
        <NewCategory frame={frame} lines={lines} state={state?.form === 'new' ? state : undefined} />
      </section>
    </NewsroomPage>
  )
}

function NewCategory({ frame, lines, state }: Props) {
  const words = taxonomyWordsFor(frame.locale)
  return (
    <form action={createCategoryAction} className="fields">
      <div className="fields two">
        <TermFields frame={frame} form="new" state={state} slugHint={words.slugHint} language />
        <CategoryChoice
          id="new-parent"
          name="parentId"
          label={words.categories.below}
          lines={lines}
          value={state?.values.parentId ?? ''}
          none={words.categories.top}
        />
      </div>
      <div>
        <button className="button primary" type="submit">
          {words.create}
        </button>
      </div>
    </form>
  )
}
