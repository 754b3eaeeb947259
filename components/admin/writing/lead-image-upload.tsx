import { useId, useRef } from 'react'
import { uploadWordsFor } from '@/lib/i18n/upload-words'
import { isShown } from '@/lib/media/shown'
import type { StoredPicture } from '@/lib/media/upload'
import { FileButton } from '../uploads/file-button'
import { FromLibrary } from '../uploads/from-library'
import { UploadList } from '../uploads/upload-list'
import { useFileDrop } from '../uploads/use-file-drop'
import { useUploads } from '../uploads/use-uploads'

type Props = { locale: string; src: string; take(picture: StoredPicture): void }

const NONE = new Set<string>()

/** The image as it is, and where another is chosen, dropped or pasted in its place. */
export function LeadImageUpload({ locale, src, take }: Props) {
  const words = uploadWordsFor(locale)
  const id = useId()
  const { uploads, queue } = useUploads((pictures) => {
    const last = pictures.at(-1)
    if (last) take(last)
  })
  const add = (files: readonly File[]) => queue.add(files.slice(0, 1))
  const zone = useRef<HTMLDivElement>(null)
  const isOver = useFileDrop(zone, add)
  return (
    <div ref={zone} className={isOver ? 'drop-zone over' : 'drop-zone'}>
      {isShown(src, NONE) ? <img src={src} alt={words.preview} /> : null}
      <FileButton label={src ? words.chooseAnother : words.choose} describedBy={id} take={add} />
      <p className="hint" id={id}>
        {words.hint}
      </p>
      <FromLibrary locale={locale} take={take} />
      <UploadList
        words={words}
        locale={locale}
        uploads={uploads}
        retry={(upload) => queue.retry(upload)}
        remove={(upload) => queue.remove(upload)}
      />
    </div>
  )
}
