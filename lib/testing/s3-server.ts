import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { S3Settings } from '@/lib/env'

export type S3Server = {
  settings: S3Settings
  /** As a machine that is switched off; what it has is there when it is started again. */
  stop(): Promise<void>
  start(): Promise<void>
  /** Paths of the files that it has, as a storage names them. */
  paths(): string[]
  /** Changes one byte of what it has, as a bad disk does. */
  flip(path: string): void
}

const PROGRAM = resolve('node_modules/s3rver/bin/s3rver.js')
const BUCKET = 'courier-media'
const STARTS_WITHIN_MS = 30_000

/** A server that speaks S3, as a process of its own that keeps its files in `folder`. Whoever starts it stops it. */
export async function startS3(folder: string): Promise<S3Server> {
  const port = await freePort()
  let child: ChildProcess | undefined
  const start = async () => {
    // Lists that do not fit into one answer have tokens, which it makes with a cipher of before.
    const args = ['--openssl-legacy-provider', PROGRAM, '--silent', '--directory', folder, '--configure-bucket', BUCKET]
    child = spawn(process.execPath, [...args, '--address', '127.0.0.1', '--port', String(port)], { stdio: 'ignore' })
    await untilItAnswers(child, `http://127.0.0.1:${port}/`)
  }
  await start()
  const objects = () =>
    readdirSync(join(folder, BUCKET), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('._S3rver_object'),
    )
  return {
    settings: {
      ...{ endpoint: `http://127.0.0.1:${port}`, bucket: BUCKET, region: 'us-east-1' },
      ...{ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    },
    start,
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
    paths: () =>
      objects()
        .map((name) => name.replace(/^media\//, '').replace(/\._S3rver_object$/, ''))
        .sort(),
    flip(path) {
      const file = join(folder, BUCKET, 'media', `${path}._S3rver_object`)
      const bytes = readFileSync(file)
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
      writeFileSync(file, bytes)
    },
  }
}

async function untilItAnswers(child: ChildProcess, url: string): Promise<void> {
  const givesUpAt = Date.now() + STARTS_WITHIN_MS
  while (child.exitCode === null && Date.now() < givesUpAt) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    )
    if (answered) return
    await sleep(50)
  }
  throw new Error('the S3 server did not start')
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
