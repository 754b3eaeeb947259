import { readdirSync, readFileSync } from 'node:fs'

const EVERY_MS = 15

/**
 * Looks again and again at what a process and its children take together; `stop` answers the most that it was, in MB. What is
 * read from files, Node itself for the greatest part, they share: it counts once.
 */
export function watchMemory(pid: number): { now(): number; stop(): number } {
  let most = 0
  const look = () => {
    const all = [pid, ...childrenOf(pid)].map(memoryOf)
    const kb = all.reduce((sum, { own }) => sum + own, 0) + Math.max(...all.map(({ files }) => files))
    const mb = Math.round(kb / 1024)
    most = Math.max(most, mb)
    return mb
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
