import { expect, test } from 'vitest'
import type { Sending } from './send-file'
import { type Upload, UploadQueue } from './upload-queue'

const picture = (id: number, animated = false) => ({
  ...{ id, src: `/media/${id}.jpg`, width: 3, height: 2, alt: '', caption: '', credit: '', animated },
})

/** A queue whose sender waits to be told what came of each file. */
function queue() {
  let shown: Upload[] = []
  const landings: string[][] = []
  const waiting: ((sent: Sending) => void)[] = []
  const uploads = new UploadQueue(
    (_file, progress, signal) =>
      new Promise((resolve) => {
        progress(0.5)
        signal.addEventListener('abort', () => resolve({ ok: false, reason: 'cancelled' }))
        waiting.push(resolve)
      }),
    (now) => {
      shown = now
    },
    (pictures) => landings.push(pictures.map(({ src }) => src)),
  )
  return {
    uploads,
    landings,
    states: () => shown.map(({ name, state }) => `${name} ${state}`),
    id: (name: string) => shown.find((upload) => upload.name === name)?.id ?? 0,
    async answer(sent: Sending) {
      waiting.shift()?.(sent)
      await new Promise(setImmediate)
    },
  }
}

const files = (...names: string[]) => names.map((name) => new File(['x'], name))

test('files are sent one after the other and land together', async () => {
  const { uploads, states, answer, landings } = queue()
  uploads.add(files('a', 'b'))
  expect(states()).toEqual(['a sending', 'b waiting'])
  await answer({ ok: true, picture: picture(1), isKnown: false })
  expect(states()).toEqual(['a done', 'b sending'])
  expect(landings).toEqual([])
  await answer({ ok: true, picture: picture(2), isKnown: false })
  expect(states()).toEqual([])
  expect(landings).toEqual([['/media/1.jpg', '/media/2.jpg']])
})

test('what was refused stays, lets the others land, and can be tried again', async () => {
  const { uploads, states, answer, landings, id } = queue()
  uploads.add(files('a', 'b'))
  await answer({ ok: false, reason: 'offline' })
  await answer({ ok: true, picture: picture(2), isKnown: false })
  expect(states()).toEqual(['a refused'])
  expect(landings).toEqual([['/media/2.jpg']])
  uploads.retry(id('a'))
  await answer({ ok: true, picture: picture(1), isKnown: false })
  expect(landings).toEqual([['/media/2.jpg'], ['/media/1.jpg']])
})

test('one that is cancelled while it is sent makes room for the next and never lands', async () => {
  const { uploads, states, answer, landings, id } = queue()
  uploads.add(files('a', 'b'))
  uploads.remove(id('a'))
  await new Promise(setImmediate)
  expect(states()).toEqual(['b sending'])
  await answer({ ok: true, picture: picture(1), isKnown: false })
  await answer({ ok: true, picture: picture(2), isKnown: false })
  expect(landings).toEqual([['/media/2.jpg']])
})

test('an image that moves leaves a word behind', async () => {
  const { uploads, states, answer, id } = queue()
  uploads.add(files('a'))
  await answer({ ok: true, picture: picture(1, true), isKnown: false })
  expect(states()).toEqual(['a done'])
  uploads.remove(id('a'))
  expect(states()).toEqual([])
})
