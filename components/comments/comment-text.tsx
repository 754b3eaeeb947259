import { Fragment } from 'react'
import { commentParagraphs, type TextPart } from '@/lib/comments/text'

/** What a reader wrote, in its own direction. */
export function CommentText({ text }: { text: string }) {
  return (
    <div className="comment-text" dir="auto">
      {commentParagraphs(text).map((lines, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
        <p key={i} dir="auto">
          {lines.map((parts, j) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
            <Fragment key={j}>
              {j > 0 ? <br /> : null}
              {parts.map(drawPart)}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  )
}

function drawPart(part: TextPart, i: number) {
  if (!part.link) return part.text
  return (
    <a key={i} href={part.href} rel="nofollow ugc noopener">
      {part.text}
    </a>
  )
}
