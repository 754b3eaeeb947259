import { createHash } from 'node:crypto'

/**
 * Which paths there are, at some 50 bytes each however long they are: 48 bits of a hash stand for a path. That two
 * paths are taken for one happens once in millions of archives, and then a draft is numbered without need.
 */
export class PathSet {
  readonly #hashes = new Set<number>()

  add(path: string): void {
    this.#hashes.add(hashOf(path))
  }

  has(path: string): boolean {
    return this.#hashes.has(hashOf(path))
  }
}

function hashOf(path: string): number {
  return createHash('sha1').update(path).digest().readUIntBE(0, 6)
}
