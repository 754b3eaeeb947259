import type { Editor } from '@tiptap/core'
import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { DocumentNode } from '@/lib/documents/document'
import { directionOf } from '@/lib/i18n/locale'
import type { StoredPicture } from '@/lib/media/upload'
import { UploadPlace } from '../uploads/upload-place'
import { pictureNode } from './image-nodes'
import { closePlace, fillPlace, openPlace } from './upload-places'

type Place = { id: number; element: HTMLElement; files: File[]; isGallery: boolean }
export type TakeFiles = (files: File[], where?: { at?: number; isGallery?: boolean }) => void

let ids = 0

/**
 * Files that come into the text: a place is opened for them, where it is seen how far they are and what was refused, and
 * the images stand there when they have arrived. The editor is asked for when it is needed: it is made later than this.
 */
export function useUploadPlaces(
  writing: RefObject<Editor | null>,
  locale: string,
): { take: TakeFiles; drawn: ReactNode } {
  const [open, setOpen] = useState<Place[]>([])
  useEffect(keepPage, [])
  const take: TakeFiles = (files, { at, isGallery = false } = {}) => {
    if (writing.current === null || files.length === 0) return
    const element = document.createElement('div')
    Object.assign(element, { className: 'upload-place', lang: locale, dir: directionOf(locale) })
    openPlace(writing.current, element, at)
    setOpen((before) => [...before, { id: ++ids, element, files, isGallery }])
  }
  const land = ({ element, isGallery }: Place, pictures: StoredPicture[]) => {
    const images = pictures.map(pictureNode)
    const nodes: DocumentNode[] = isGallery && images.length > 1 ? [{ type: 'gallery', content: images }] : images
    if (writing.current) fillPlace(writing.current, element, nodes)
  }
  const close = ({ id, element }: Place) => {
    setOpen((before) => before.filter((place) => place.id !== id))
    if (writing.current) closePlace(writing.current, element)
  }
  const drawn = open.map((place) =>
    createPortal(
      <UploadPlace
        locale={locale}
        files={place.files}
        land={(pictures) => land(place, pictures)}
        close={() => close(place)}
      />,
      place.element,
      String(place.id),
    ),
  )
  return { take, drawn }
}

/** A file that is dropped beside the text must not be opened in place of the page. */
function keepPage(): () => void {
  const keep = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  }
  window.addEventListener('dragover', keep)
  window.addEventListener('drop', keep)
  return () => {
    window.removeEventListener('dragover', keep)
    window.removeEventListener('drop', keep)
  }
}
