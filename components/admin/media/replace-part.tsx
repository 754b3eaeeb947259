'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { libraryWordsFor } from '@/lib/i18n/library-words'
import { uploadWordsFor } from '@/lib/i18n/upload-words'
import { replaceMediaAction } from '@/lib/media/library-actions'
import { Icon } from '../icon'
import { FileButton } from '../uploads/file-button'
import { UploadList } from '../uploads/upload-list'
import { useUploads } from '../uploads/use-uploads'

type Answer = { ok: boolean; reason?: string }

/** Another file in the place of this one: it is uploaded, and then put there. */
export function ReplacePart({ locale, id }: { locale: string; id: number }) {
  const words = libraryWordsFor(locale)
  const labelled = useId()
  const router = useRouter()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const { uploads, queue } = useUploads((pictures) => {
    const byId = pictures.at(-1)?.id
    if (byId !== undefined) void put(byId)
  })
  const put = async (byId: number) => {
    const result: Answer = await replaceMediaAction({ id, byId })
    setAnswer(result)
    if (result.ok) router.refresh()
  }
  return (
    <div className="fields">
      <h3 className="label">{words.replace}</h3>
      <p className="hint" id={labelled}>
        {words.replaceText}
      </p>
      <noscript>
        <p>{words.noScript}</p>
      </noscript>
      <div>
        <FileButton
          label={words.replaceChoose}
          describedBy={labelled}
          take={(files) => {
            setAnswer(null)
            queue.add(files.slice(0, 1))
          }}
        />
      </div>
      <UploadList
        words={uploadWordsFor(locale)}
        locale={locale}
        uploads={uploads}
        retry={(one) => queue.retry(one)}
        remove={(one) => queue.remove(one)}
      />
      {answer?.ok ? <p role="status">{words.replaced}</p> : null}
      {answer && !answer.ok ? (
        <p className="wrong" role="alert">
          <Icon name="stop" />
          {words.refused[answer.reason ?? ''] ?? words.refused.fieldWrong}
        </p>
      ) : null}
    </div>
  )
}
