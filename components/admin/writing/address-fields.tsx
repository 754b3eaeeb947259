import { useState } from 'react'
import { changePathAction } from '@/lib/articles/editing/setting-actions'
import { decodePath } from '@/lib/articles/paths'
import type { FieldsWords } from '@/lib/i18n/fields-words'
import type { WritingWords } from '@/lib/i18n/writing-words'
import { LineField } from './line-field'
import type { WriterProps, Written } from './props'
import { useStep } from './use-step'

type Props = Pick<WriterProps, 'article' | 'site' | 'address' | 'may'> & {
  words: WritingWords
  said: FieldsWords
  content: Written
  /** Where it lives, or will. */
  path: string
  set(next: Partial<Written>): void
  versions: Parameters<typeof useStep>[1]
  saveNow(): Promise<boolean>
}

/** Where readers find the article. What they know already leads on to where it goes. */
export function AddressFields(props: Props) {
  const { article, site, address, may, words, said, content, path, set, versions, saveNow } = props
  const { fields, refused } = words
  const { hasBeenPublic } = address.facts
  const [whole, setWhole] = useState(address.facts.path)
  const { wrong, busy, step } = useStep(article.id, versions, saveNow)
  const move = () => step('changePath', ({ id, version }) => changePathAction({ id, version, path: whole }))
  const isMoving = hasBeenPublic && path !== address.facts.path
  return (
    <>
      <LineField
        id="slug"
        label={fields.slug}
        hint={fields.slugHint}
        value={content.slug}
        onChange={(text) => set({ slug: text })}
      />
      <p className="hint">
        {isMoving ? said.address.moves : hasBeenPublic ? said.address.is : said.address.willBe}{' '}
        <bdi className="address" dir="ltr">
          {site.url + decodePath(path)}
        </bdi>
      </p>
      <LineField
        id="excerpt"
        label={fields.excerpt}
        hint={fields.excerptHint}
        value={content.excerpt ?? ''}
        onChange={(text) => set({ excerpt: text || null })}
      />
      {hasBeenPublic && may.changePath ? (
        <>
          <LineField
            id="whole-path"
            label={said.address.whole}
            hint={said.address.wholeHint}
            value={whole}
            dir="ltr"
            onChange={setWhole}
          />
          {wrong ? (
            <p className="wrong" role="alert">
              {refused[wrong] ?? refused.failed}
            </p>
          ) : null}
          <button className="button" type="button" aria-disabled={busy} onClick={() => void move()}>
            {said.address.move}
          </button>
        </>
      ) : null}
    </>
  )
}
