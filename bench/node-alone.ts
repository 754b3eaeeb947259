// One answer of the door, head and bytes, from nothing but Node's own server: what a door in Node can reach at most.
// node --import tsx bench/node-alone.ts, with PORT, and the answer's address in ANSWER_OF.
import { createServer, get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'

const { PORT, ANSWER_OF = '' } = process.env
const answer = await new Promise<IncomingMessage>((resolve, reject) => {
  get(ANSWER_OF, { headers: { 'accept-encoding': 'gzip' } }, resolve).once('error', reject)
})
const body = await buffer(answer)
const { date: _, connection: __, 'keep-alive': ___, ...headers } = answer.headers
const head = Object.entries(headers).flatMap(([name, value]) => [name, String(value)])
createServer((_req, res) => {
  res.writeHead(200, head)
  res.end(body)
}).listen(Number(PORT), '127.0.0.1')
