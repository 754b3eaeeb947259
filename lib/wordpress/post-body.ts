import { type ReadBody, readBody } from '@/lib/articles/read-body'
import { metaValue } from './kept-meta'
import type { Survey } from './survey'
import { type MediaFacts, MediaSurvey } from './survey-media'
import { type ConvertedBody, convertBody } from './text/body'
import { numberField, type WxrItem } from './wxr-record'

/** What converting a post's body asks of the post. */
export type PostBody = { id: number; content: string; footnotes: string }

export const postBody = ({ fields, meta }: WxrItem): PostBody => ({
  id: numberField(fields, 'post_id'),
  content: fields.get('content') ?? '',
  footnotes: metaValue(meta, 'footnotes'),
})

/** What it asks of the rest of the export, as one thread can give it to another. */
export type BodyFacts = { media: MediaFacts; blocks: ReadonlyMap<number, string> }

export const bodyFacts = ({ media, blocks }: Survey): BodyFacts => ({ media: media.facts, blocks })

export type ImportedBody = ConvertedBody & { read: ReadBody }

export function bodyConverter({ media: facts, blocks }: BodyFacts): (body: PostBody) => ImportedBody {
  const media = MediaSurvey.from(facts)
  return ({ id, content, footnotes }) => {
    const body = convertBody(content, {
      ownHosts: facts.ownHosts,
      attachment: (number) => media.get(number),
      children: () => media.childrenOf(id),
      reusableBlock: (number) => blocks.get(number),
      ...(footnotes && { footnotes }),
    })
    return { ...body, read: readBody(body.html) }
  }
}
