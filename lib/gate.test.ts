import { expect, test } from 'vitest'
import { Gate } from './gate'

test('the second waits until the first has left', async () => {
  const gate = new Gate()
  const order: string[] = []
  const leaveFirst = await gate.enter()
  const second = gate.enter().then((leave) => {
    order.push('second')
    leave()
  })
  order.push('first')
  leaveFirst()
  await second
  expect(order).toEqual(['first', 'second'])
  expect(gate.open).toBe(true)
})

test('those who wait go through in the order they came', async () => {
  const gate = new Gate()
  const order: number[] = []
  const leave = await gate.enter()
  const rest = [1, 2, 3].map((n) =>
    gate.enter().then((leaveNext) => {
      order.push(n)
      leaveNext()
    }),
  )
  leave()
  await Promise.all(rest)
  expect(order).toEqual([1, 2, 3])
})

test('leaving twice lets only one through', async () => {
  const gate = new Gate()
  const leave = await gate.enter()
  const second = gate.enter()
  const third = gate.enter()
  leave()
  leave()
  await second
  let thirdIn = false
  void third.then(() => {
    thirdIn = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(thirdIn).toBe(false)
})

test('a wide gate lets as many through at once as it is wide', async () => {
  const gate = new Gate(2)
  const leaveFirst = await gate.enter()
  await gate.enter()
  expect(gate.open).toBe(false)
  let third = false
  const entered = gate.enter().then(() => {
    third = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(third).toBe(false)
  leaveFirst()
  await entered
  expect(gate.open).toBe(false)
})
