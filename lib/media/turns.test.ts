import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Turns } from './turns'

test('one after the other, and what can wait only while nothing else does', async () => {
  const turns = new Turns()
  const done: string[] = []
  let atOnce = 0
  const work = (name: string) => async () => {
    expect(++atOnce).toBe(1)
    await sleep(1)
    atOnce--
    done.push(name)
  }
  const all = [
    turns.take(work('size 1'), true),
    turns.take(work('size 2'), true),
    turns.take(work('size 3'), true),
    turns.take(work('upload 1')),
    turns.take(work('upload 2')),
  ]
  await Promise.all(all)
  expect(done).toEqual(['size 1', 'upload 1', 'upload 2', 'size 2', 'size 3'])
})

test('what fails is told to whoever asked for it, and the next is done', async () => {
  const turns = new Turns()
  const failing = turns.take(async () => Promise.reject(new Error('damaged')))
  const next = turns.take(async () => 'done')
  await expect(failing).rejects.toThrow('damaged')
  expect(await next).toBe('done')
  expect(await turns.take(async () => 'later')).toBe('later')
})
