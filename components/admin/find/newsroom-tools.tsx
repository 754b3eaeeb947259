'use client'

import { useEffect, useState } from 'react'
import type { FindItem } from '@/lib/desk/find-items'
import { FindDialog } from './find-dialog'
import { KeysSheet } from './keys-sheet'
import { letterOf, singleKey } from './letters'

const GO: Record<string, string> = { d: '/admin/', a: '/admin/articles/', c: '/admin/comments/' }
/** How long after G its second letter is waited for. */
const GO_MS = 1_500

/** What is there on every page of the newsroom: "Find or do", the sheet of keys, and the keys themselves. */
export function NewsroomTools({ locale, items }: { locale: string; items: FindItem[] }) {
  const [open, setOpen] = useState<'find' | 'keys' | null>(null)
  useEffect(() => {
    let goUntil = 0
    const press = (event: KeyboardEvent) => {
      const letter = letterOf(event)
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && letter === 'k') {
        event.preventDefault()
        setOpen('find')
        return
      }
      const key = singleKey(event)
      if (key === null) return
      const to = event.timeStamp < goUntil ? GO[key] : undefined
      goUntil = key === 'g' ? event.timeStamp + GO_MS : 0
      if (to && items.some((item) => item.group === 'pages' && item.href === to)) location.assign(to)
      else if (key === '?') setOpen('keys')
      else if (key === 'n') document.querySelector<HTMLElement>('[data-new]')?.click()
      else if (key !== 'g') return
      event.preventDefault()
    }
    const click = (event: MouseEvent) => {
      const opener = event.target instanceof Element ? event.target.closest('[data-opens-tool]') : null
      if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      setOpen(opener.getAttribute('data-opens-tool') === 'keys' ? 'keys' : 'find')
    }
    // Before those of a page: the second letter after G means nothing else.
    document.addEventListener('keydown', press, true)
    document.addEventListener('click', click)
    document.documentElement.dataset.keys = ''
    return () => {
      document.removeEventListener('keydown', press, true)
      document.removeEventListener('click', click)
    }
  }, [items])
  const close = () => setOpen(null)
  if (open === 'find') return <FindDialog locale={locale} items={items} close={close} />
  return open === 'keys' ? <KeysSheet locale={locale} close={close} /> : null
}
