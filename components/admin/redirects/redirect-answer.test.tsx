import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { adminWordsFor } from '@/lib/i18n/admin-words'
import { RedirectAnswer } from './redirect-answer'

const frame: NewsroomFrame = {
  ...{ siteName: 'Courier', locale: 'en', dir: 'ltr', words: adminWordsFor('en'), zone: 'UTC', insecure: false },
  ...{ now: new Date(0), viewer: null, nonce: '', mail: false, counts: { commentsWaiting: 0, reportsOpen: 0 } },
}
const drawn = (state: Partial<FormState>) =>
  renderToStaticMarkup(<RedirectAnswer frame={frame} state={{ form: 'new', errors: {}, values: {}, ...state }} />)

test('what stands in the way is named', () => {
  expect(drawn({ error: 'living', about: '/boat/' })).toMatch(/A page lives there.*<bdi[^>]*>\/boat\/<\/bdi>/)
  expect(drawn({ error: 'loop' })).not.toContain('<bdi')
})

test('a way back is offered where there is one', () => {
  expect(drawn({ done: 'removed', shown: { undo: '{}' } })).toContain('Undo')
  expect(drawn({ done: 'removed', shown: {} })).not.toContain('Undo')
})
