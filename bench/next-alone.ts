// The site's own build behind nothing but Next's server, which compresses by itself: node --import tsx bench/next-alone.ts
// (PORT, DATA_DIR as ever; APP_DIR for another app than the site's).
import { createServer } from 'node:http'
import next from 'next'
import { env } from '@/lib/env'

const { port, host } = env()
const dir = process.env.APP_DIR
const app = next({ dev: false, hostname: host, port, ...(dir && { dir }), conf: { compress: true } })
await app.prepare()
const handle = app.getRequestHandler()
createServer((req, res) => void handle(req, res)).listen(port, host)
