import type { Server } from 'node:http'
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'

/** A proxy in front sends to connections that it keeps until an answer tells it not to. */
const LISTEN_ON_MS = 1_000
const LOOK_EVERY_MS = 20
/** A busy server has many who have connected and whom it has not turned to. */
const ACCEPT_MS = 5_000
const SHORT_TURN_MS = 1

/**
 * Ends a server without losing a request that is on its way: it listens on for a moment while connections are open, and
 * whoever answers says `Connection: close` (server/door.ts), so that each of them ends with an answer instead of under a
 * question. Resolves when the last one has ended.
 */
export async function endServer(server: Server): Promise<void> {
  const until = performance.now() + LISTEN_ON_MS
  while (performance.now() < until && (await openConnections(server)) > 0) await sleep(LOOK_EVERY_MS)
  await untilAccepted(server, performance.now() + ACCEPT_MS)
  const ended = new Promise<void>((resolve) => server.close(() => resolve()))
  // Answers that had begun before said nothing of the end.
  const again = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS)
  await ended
  clearInterval(again)
}

function openConnections(server: Server): Promise<number> {
  return new Promise((resolve) => server.getConnections((error, count) => resolve(error ? 0 : count)))
}

/**
 * Whoever has connected and was not accepted is lost when the listening ends, and so is what was sent and not read. Node
 * looks at the beginning of a turn of its loop, and accepts one: a short turn in which nobody came is the moment to end.
 */
async function untilAccepted(server: Server, until: number): Promise<void> {
  let came = false
  const note = () => {
    came = true
  }
  server.on('connection', note).on('request', note)
  for (let began = performance.now(); began < until; began = performance.now()) {
    came = false
    await turn()
    if (!came && performance.now() - began < SHORT_TURN_MS) break
  }
  server.off('connection', note).off('request', note)
}
