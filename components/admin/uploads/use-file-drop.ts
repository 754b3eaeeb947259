'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

/** Takes files that are dropped on an element or pasted in it. True while some are held over it. */
export function useFileDrop(element: RefObject<HTMLElement | null>, take: (files: File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false)
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const zone = element.current
    if (!zone) return
    const stop = new AbortController()
    const on = { signal: stop.signal }
    const hold = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setIsOver(true)
    }
    const receive = (event: Event, data: DataTransfer | null) => {
      const files = Array.from(data?.files ?? [])
      if (files.length === 0) return
      event.preventDefault()
      latest.current(files)
    }
    const drop = (event: DragEvent) => {
      setIsOver(false)
      receive(event, event.dataTransfer)
    }
    zone.addEventListener('dragover', hold, on)
    zone.addEventListener('dragleave', () => setIsOver(false), on)
    zone.addEventListener('drop', drop, on)
    zone.addEventListener('paste', (event) => receive(event, event.clipboardData), on)
    return () => stop.abort()
  }, [element])
  return isOver
}
