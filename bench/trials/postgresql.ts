import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../site'

const PACKAGES = '/usr/lib/postgresql'

export type Cluster = { url: string; start(): Promise<void>; stop(): Promise<void>; remove(): Promise<void> }

/** Where Debian's newest PostgreSQL has its programs; undefined where there is none. */
export function postgresqlPrograms(): string | undefined {
  const versions = existsSync(PACKAGES) ? readdirSync(PACKAGES) : []
  const folders = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(PACKAGES, version, 'bin'))
  return folders.find((folder) => existsSync(join(folder, 'initdb')))
}

/** A cluster of its own, not yet started. It never runs as root; postgres is its user there, as on any Debian. */
export async function makeCluster(programs: string): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-postgresql-'))
  const isRoot = process.getuid?.() === 0
  const run = async (program: string, ...args: string[]) => {
    const command = isRoot ? ['runuser', '-u', 'postgres', '--', program, ...args] : [program, ...args]
    const child = spawn(command[0] ?? '', command.slice(1), { cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] })
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`${program} failed`)
  }
  if (isRoot) chmodSync(folder, 0o777)
  const data = join(folder, 'data')
  const port = await freePort()
  await run(join(programs, 'initdb'), '-D', data, '-A', 'trust', '-U', 'postgres')
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`
  const control = (...args: string[]) => run(join(programs, 'pg_ctl'), '-D', data, '-w', ...args)
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    start: () => control('-l', join(folder, 'log'), '-o', options, 'start'),
    stop: () => control('-m', 'immediate', 'stop'),
    async remove() {
      if (existsSync(join(data, 'postmaster.pid'))) await control('-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
