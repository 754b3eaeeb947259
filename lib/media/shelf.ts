import { readSync, writeSync } from 'node:fs'
import type { Shelf } from './steps/rows'

/** A shelf in a file that is open for both. */
export const shelfIn = (file: number): Shelf => ({
  read(into, at) {
    for (let done = 0; done < into.length; ) {
      const length = readSync(file, into, done, into.length - done, at + done)
      if (length === 0) {
        into.fill(0, done)
        return
      }
      done += length
    }
  },
  write(from, at) {
    for (let done = 0; done < from.length; ) done += writeSync(file, from, done, from.length - done, at + done)
  },
})
