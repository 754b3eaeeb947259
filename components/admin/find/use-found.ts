'use client'

import { useEffect, useState } from 'react'
import { findAction } from '@/lib/desk/actions'
import type { Found } from '@/lib/desk/find-admin-queries'

/** A pause of whoever types. */
const QUIET_MS = 150

type State = 'idle' | 'busy' | 'signedOut' | 'failed'

/** What the site finds for what is typed, a moment after it was typed; an answer that comes late is not shown. */
export function useFound(typed: string): { found: Found | null; state: State } {
  const [found, setFound] = useState<Found | null>(null)
  const [state, setState] = useState<State>('idle')
  useEffect(() => {
    const text = typed.trim()
    if (!text) {
      setFound(null)
      setState('idle')
      return
    }
    let late = false
    setState('busy')
    const timer = setTimeout(async () => {
      const answer = await findAction({ typed: text }).catch(() => null)
      if (late) return
      setFound(answer?.ok ? answer.found : null)
      setState(answer?.ok ? 'idle' : answer?.reason === 'signedOut' ? 'signedOut' : 'failed')
    }, QUIET_MS)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [typed])
  return { found, state }
}
