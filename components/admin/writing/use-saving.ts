'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { saveAction } from '@/lib/articles/editing/actions'
import { forgetWords, keepWords } from './kept-words'
import type { WriterProps, Written } from './props'

/** A pause of the writer so long is the moment to save. */
const QUIET_MS = 1_500
/** Somebody who never pauses is saved as well. */
const LONGEST_MS = 8_000
const RETRY_MS = 5_000

export type Saving =
  | { state: 'idle' | 'dirty' | 'busy' | 'offline' | 'signedOut' }
  | { state: 'saved'; at: Date }
  | { state: 'refused'; reason: string }

/** Of a live article that says again what readers see: null. Undefined for what has no working copy. */
const copyVersionOf = (saved: object): number | null | undefined => {
  if (!('copyVersion' in saved)) return undefined
  return typeof saved.copyVersion === 'number' ? saved.copyVersion : null
}

/** ProseMirror's objects have no prototype, and React sends none of those. */
const plain = (content: Written): unknown => JSON.parse(JSON.stringify(content))

type Versions = { version: number; copyVersion: number | null }

/**
 * Keeps what is typed: in this browser at every change, on the site a moment later, one save at a time. `now` saves at once
 * and answers whether the site has everything. `hasCopy`: the site has edits that readers do not see.
 */
export function useSaving({ id, version, copyVersion, status }: WriterProps['article'], first: Written) {
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const [hasCopy, setHasCopy] = useState(copyVersion !== null)
  const versions = useRef<Versions>({ version, copyVersion })
  const content = useRef(first)
  const unsaved = useRef(false)
  const running = useRef<Promise<boolean> | null>(null)
  const timer = useRef(0)
  const dirtySince = useRef(0)
  const isLive = status === 'PUBLISHED'

  const send = useCallback(async (): Promise<boolean> => {
    const sent = content.current
    setSaving({ state: 'busy' })
    try {
      const result = await saveAction({ id, ...versions.current, isLive, content: plain(sent) })
      if (!result.ok) {
        // Somebody else saved: the page loads anew with their text, and lays what is kept here beside it.
        if (result.reason === 'conflict') {
          unsaved.current = false
          location.reload()
        } else if (result.reason === 'signedOut') setSaving({ state: 'signedOut' })
        else setSaving({ state: 'refused', reason: result.reason })
        return false
      }
      const copied = copyVersionOf(result)
      versions.current = {
        version: result.version,
        copyVersion: copied === undefined ? versions.current.copyVersion : copied,
      }
      setHasCopy(versions.current.copyVersion !== null)
    } catch {
      setSaving({ state: 'offline' })
      return false
    }
    if (content.current !== sent) return send()
    unsaved.current = false
    forgetWords(id)
    setSaving({ state: 'saved', at: new Date() })
    return true
  }, [id, isLive])

  const now = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    if (running.current) return running.current
    if (!unsaved.current) return true
    running.current = send().finally(() => {
      running.current = null
    })
    return running.current
  }, [send])

  const change = useCallback(
    (next: Partial<Written>) => {
      content.current = { ...content.current, ...next }
      if (!unsaved.current) dirtySince.current = Date.now()
      unsaved.current = true
      keepWords(id, { ...versions.current, content: content.current })
      setSaving((before) => (before.state === 'idle' || before.state === 'saved' ? { state: 'dirty' } : before))
      clearTimeout(timer.current)
      const wait = Math.max(0, Math.min(QUIET_MS, dirtySince.current + LONGEST_MS - Date.now()))
      timer.current = window.setTimeout(() => void now(), wait)
    },
    [id, now],
  )

  useEffect(() => {
    // Away from here it is saved; and whoever has signed in again in another tab comes back to this one.
    const leave = () => void now()
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault()
    }
    const back = () => void now()
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('beforeunload', warn)
    window.addEventListener('online', back)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('online', back)
    }
  }, [now])

  useEffect(() => {
    if (saving.state !== 'offline') return
    const again = setTimeout(() => void now(), RETRY_MS)
    return () => clearTimeout(again)
  }, [saving, now])

  return { saving, hasCopy, change, now, versions }
}
