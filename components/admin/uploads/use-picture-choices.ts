import { useEffect, useState } from 'react'
import type { PictureChoice } from '@/lib/media/admin-queries'
import { findPicturesAction } from '@/lib/media/library-actions'

/** A pause of whoever types. */
const QUIET_MS = 200

/** What the library has for the words, a moment after they were typed; null: not yet. A late answer is not shown. */
export function usePictureChoices(typed: string): { pictures: PictureChoice[] | null; hasFailed: boolean } {
  const [pictures, setPictures] = useState<PictureChoice[] | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => {
    let late = false
    const timer = setTimeout(
      async () => {
        const answer = await findPicturesAction({ typed: typed.trim() }).catch(() => null)
        if (late) return
        setHasFailed(!answer?.ok)
        if (answer?.ok) setPictures(answer.pictures)
      },
      typed ? QUIET_MS : 0,
    )
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [typed])
  return { pictures, hasFailed }
}
