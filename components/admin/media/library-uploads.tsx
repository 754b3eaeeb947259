'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState } from 'react'
import { libraryWordsFor } from '@/lib/i18n/library-words'
import { uploadWordsFor } from '@/lib/i18n/upload-words'
import { mediaPath } from '@/lib/media/library-list'
import { FileButton } from '../uploads/file-button'
import { UploadList } from '../uploads/upload-list'
import type { Landed } from '../uploads/upload-queue'
import { useFileDrop } from '../uploads/use-file-drop'
import { useUploads } from '../uploads/use-uploads'

/** Where files are added: chosen, dropped anywhere on the page, or pasted. What has come appears among the others. */
export function LibraryUploads({ locale }: { locale: string }) {
  const words = libraryWordsFor(locale)
  const id = useId()
  const router = useRouter()
  const [landed, setLanded] = useState<readonly Landed[]>([])
  const { uploads, queue } = useUploads((pictures) => {
    setLanded((before) => [...before, ...pictures])
    router.refresh()
  })
  const add = (files: File[]) => {
    setLanded([])
    queue.add(files)
  }
  const page = useRef<HTMLElement | null>(null)
  useEffect(() => {
    page.current = document.body
  }, [])
  const isOver = useFileDrop(page, add)
  const fresh = landed.filter(({ isKnown }) => !isKnown).length
  const known = landed.filter(({ isKnown }) => isKnown)
  return (
    <section className={isOver ? 'uploads over' : 'uploads'} aria-labelledby={`${id}-head`}>
      <header>
        <h2 className="label" id={`${id}-head`}>
          {words.adding}
        </h2>
        <p className="meta grow" id={id}>
          {words.dropHint}
        </p>
        <FileButton label={uploadWordsFor(locale).chooseSeveral} isMultiple describedBy={id} take={add} />
      </header>
      <noscript>
        <p>{words.noScript}</p>
      </noscript>
      <UploadList
        words={uploadWordsFor(locale)}
        locale={locale}
        uploads={uploads}
        retry={(one) => queue.retry(one)}
        remove={(one) => queue.remove(one)}
      />
      <div role="status">
        {fresh ? <p>{words.addedNow(fresh)}</p> : null}
        {known.length ? (
          <p>
            {words.knownNow}{' '}
            {known.map(({ id: mediaId, name }, i) => (
              <span key={mediaId}>
                {i ? ', ' : ''}
                <a className="link" href={mediaPath(mediaId)} dir="auto">
                  {name || words.untitled}
                </a>
              </span>
            ))}
          </p>
        ) : null}
      </div>
    </section>
  )
}
