import { useCallback, useEffect, useRef, useState } from 'react'
import { lockAction } from '@/lib/articles/editing/actions'
import { formatTime } from '@/lib/i18n/format'
import type { WritingWords } from '@/lib/i18n/writing-words'
import type { WriterProps } from './props'
import type { Saving } from './use-saving'

const ASK_EVERY_MS = 30_000

type Props = Pick<WriterProps, 'article' | 'lockedBy' | 'locale' | 'zone'> & { words: WritingWords; saving: Saving }

/** Says who else is at it. A lock warns; that nothing is lost the versions see to. */
export function LockNotice({ article, lockedBy, locale, zone, words, saving }: Props) {
  const [holder, setHolder] = useState(lockedBy)
  const typed = useRef(false)
  if (saving.state === 'dirty') typed.current = true
  const ask = useCallback(
    async (what: 'hold' | 'takeOver') => {
      const asked = { id: article.id, do: what, typed: typed.current }
      typed.current = false
      // Without a connection nobody hears of it; the saving line says so.
      const result = await lockAction(asked).catch(() => null)
      if (result?.ok) setHolder(null)
      else if (result?.reason === 'locked')
        setHolder({ name: result.holderName, typedAt: new Date(result.typedAt).toISOString() })
    },
    [article.id],
  )
  useEffect(() => {
    void ask('hold')
    const timer = setInterval(() => void ask('hold'), ASK_EVERY_MS)
    return () => {
      clearInterval(timer)
      void lockAction({ id: article.id, do: 'release' }).catch(() => null)
    }
  }, [ask, article.id])
  if (!holder) return null
  return (
    <div className="notice stop" role="alert">
      <p>{words.locked(holder.name, formatTime(new Date(holder.typedAt), locale, zone))}</p>
      <button className="button" type="button" onClick={() => void ask('takeOver')}>
        {words.takeOver}
      </button>
    </div>
  )
}
