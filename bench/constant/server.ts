// The constant page behind the same door as the site's: node --import tsx bench/constant/server.ts (PORT, DATA_DIR as ever).
import { createServer } from 'node:http'
import next from 'next'
import { database } from '@/lib/db'
import { env } from '@/lib/env'
import { answer } from '@/server/door'
import { openDoor } from '@/server/open-door'

const { port, host } = env()
const app = next({ dev: false, dir: import.meta.dirname, hostname: host, port })
await app.prepare()
const door = openDoor(env(), await database(), app.getRequestHandler())
createServer((req, res) => void answer(door, req, res)).listen(port, host)
