'use client'

import { useEffect, useRef, useState } from 'react'
import { sendFile } from './send-file'
import { type Landed, type Upload, UploadQueue } from './upload-queue'

/** The files that are being added to a place; `landed` gets the pictures that have come. They stop when the place goes. */
export function useUploads(landed: (pictures: Landed[]) => void): { uploads: Upload[]; queue: UploadQueue } {
  const [uploads, setUploads] = useState<Upload[]>([])
  const latest = useRef(landed)
  latest.current = landed
  const [queue] = useState(() => new UploadQueue(sendFile, setUploads, (pictures) => latest.current(pictures)))
  const isBusy = uploads.some(({ state }) => state === 'waiting' || state === 'sending')
  useEffect(() => () => queue.removeAll(), [queue])
  useEffect(() => {
    if (!isBusy) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isBusy])
  return { uploads, queue }
}
