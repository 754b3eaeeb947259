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

export type CommentNode = CommentView & { depth: number; replies: CommentNode[] }
