import type { CommentKind } from '@/generated/sqlite/enums'

/** A comment as readers see it: nothing in it tells who sent it but the name and website they gave. */
export type CommentView = {
  id: number
  parentId: number | null
  kind: CommentKind
  authorName: string
  authorUrl: string | null
  /** Plain text. */
  text: string
  /** 0 to 11. */
  avatar: number
  createdAt: Date
  /** Only ever true for the reader who wrote it. */
  held: boolean
}

/** What stands in a thread: which it is, and which it answers. */
export type Placed = { id: number; parentId: number | null }
export type ThreadNode<T extends Placed> = T & { depth: number; replies: ThreadNode<T>[] }
export type CommentNode = ThreadNode<CommentView>
