'use client'

import { type RefObject, useState } from 'react'

type Result = { ok: boolean; reason?: string }
type Versions = { version: number; copyVersion: number | null }

/**
 * An act on the article as a whole: everything typed is saved first, and when it is done the page loads anew and says so.
 * `run` gets the versions that the act is made from.
 */
export function useStep(id: number, versions: RefObject<Versions>, saveNow: () => Promise<boolean>) {
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const step = async (did: string, run: (seen: Versions & { id: number }) => Promise<Result>): Promise<void> => {
    if (busy) return
    setBusy(true)
    setWrong(null)
    try {
      if (await saveNow()) {
        const result = await run({ id, ...versions.current })
        if (result.ok) return location.assign(`/admin/articles/${id}/?did=${did}`)
        setWrong(result.reason ?? 'failed')
      }
    } catch {
      setWrong('failed')
    }
    setBusy(false)
  }
  return { wrong, busy, step }
}
