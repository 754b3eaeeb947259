import { useEffect, useRef } from 'react'
import { uploadWordsFor } from '@/lib/i18n/upload-words'
import type { StoredPicture } from '@/lib/media/upload'
import { UploadList } from './upload-list'
import { useUploads } from './use-uploads'

type Props = { locale: string; files: File[]; land(pictures: StoredPicture[]): void; close(): void }

/** Files on their way to one place. It closes when there is nothing more to say of any of them. */
export function UploadPlace({ locale, files, land, close }: Props) {
  const { uploads, queue } = useUploads(land)
  const given = useRef<File[] | null>(null)
  const latest = useRef(close)
  latest.current = close
  useEffect(() => {
    if (given.current === files) return
    given.current = files
    queue.add(files)
  }, [files, queue])
  const hadSome = useRef(false)
  useEffect(() => {
    if (uploads.length > 0) hadSome.current = true
    else if (hadSome.current) latest.current()
  }, [uploads])
  return (
    <UploadList
      words={uploadWordsFor(locale)}
      locale={locale}
      uploads={uploads}
      retry={(id) => queue.retry(id)}
      remove={(id) => queue.remove(id)}
    />
  )
}
