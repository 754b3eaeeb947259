import { readdirSync, readFileSync } from 'node:fs'

const EVERY_MS = 15

/** In MB. What is read from files, Node itself for the greatest part, all share: it counts once. */
type Taken = { all: number; server: number; children: number; files: number }

/** Looks again and again at what a process and its children take together; `stop` answers what it was when it was most. */
export function watchMemory(pid: number): { now(): Taken; stop(): Taken } {
  let most: Taken = { all: 0, server: 0, children: 0, files: 0 }
  const look = () => {
    const [server = NOTHING, ...children] = [pid, ...childrenOf(pid)].map(memoryOf)
    const own = children.reduce((sum, child) => sum + child.own, 0)
    const files = Math.max(server.files, ...children.map((child) => child.files))
    const all = inMb(server.own + own + files)
    const taken = { all, server: inMb(server.own), children: inMb(own), files: inMb(files) }
    if (taken.all > most.all) most = taken
    return taken
  }
  const timer = setInterval(look, EVERY_MS)
  return {
    now: look,
    stop() {
      clearInterval(timer)
      return most
    },
  }
}

const inMb = (kb: number) => Math.round(kb / 1024)
const NOTHING = { own: 0, files: 0 }

/** In KB; nothing for one that has ended meanwhile. */
function memoryOf(pid: number): { own: number; files: number } {
  const status = read(`/proc/${pid}/status`)
  const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
  return { own: of('RssAnon') + of('RssShmem'), files: of('RssFile') }
}

function childrenOf(pid: number): number[] {
  const threads = list(`/proc/${pid}/task`)
  return threads.flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).trim().split(' ').filter(Boolean).map(Number),
  )
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
