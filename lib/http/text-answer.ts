/** An answer that is no page: XML, JSON or plain text, in UTF-8. */
export function textAnswer(body: string | ReadableStream<Uint8Array>, type: string, changedAt?: Date | null): Response {
  return new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      ...(changedAt && { 'last-modified': changedAt.toUTCString() }),
    },
  })
}

/** For machines, which read no page: there is no such thing. */
export const missingAnswer = (): Response =>
  new Response('There is nothing at this address.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })

/** For machines: there was such a thing, and will not be again. */
export const goneAnswer = (): Response =>
  new Response('What was at this address is gone.\n', {
    status: 410,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })

/** Where `answerWith` has said where it leads. */
export const movedAnswer = (): Response => new Response(null, { status: 200 })

/** Text that is sent as it is made. */
export function streamed(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const reading = pieces[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reading.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
}
