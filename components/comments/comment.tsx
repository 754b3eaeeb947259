import { encodePath } from '@/lib/articles/paths'
import type { CommentNode } from '@/lib/comments/view'
import { formatDateTime } from '@/lib/i18n/format'
import type { Frame } from '@/lib/site/frame'
import { Avatar } from './avatar'
import { CommentText } from './comment-text'

export type Thread = {
  frame: Frame
  /** Path of the article, decoded. */
  path: string
  open: boolean
  maxDepth: number
}

/** A comment with all that was answered to it. */
export function Comment({ thread, comment }: { thread: Thread; comment: CommentNode }) {
  const { frame, path, open, maxDepth } = thread
  const { words, locale, zone } = frame
  const { id, authorName, authorUrl, createdAt, held, depth, replies } = comment
  return (
    <li>
      <div className={held ? 'comment is-held' : 'comment'} id={`comment-${id}`}>
        <header>
          <Avatar comment={comment} />
          <bdi className="comment-author">
            {authorUrl ? (
              <a href={authorUrl} rel="nofollow ugc noopener">
                {authorName}
              </a>
            ) : (
              authorName
            )}
          </bdi>{' '}
          <a className="dateline" href={`#comment-${id}`}>
            <time dateTime={createdAt.toISOString()}>{formatDateTime(createdAt, locale, zone)}</time>
          </a>
        </header>
        {held ? <p className="notice">{words.reply.held}</p> : null}
        <CommentText text={comment.text} />
        {open && !held && depth < maxDepth && comment.kind === 'COMMENT' ? (
          <a
            className="comment-reply"
            href={`${encodePath(path)}?replytocom=${id}#respond`}
            rel="nofollow"
            aria-label={words.reply.replyTo(authorName)}
          >
            {words.reply.reply}
          </a>
        ) : null}
      </div>
      {replies.length ? (
        <ol>
          {replies.map((reply) => (
            <Comment key={reply.id} thread={thread} comment={reply} />
          ))}
        </ol>
      ) : null}
    </li>
  )
}
