import { readdirSync, readFileSync } from 'node:fs'

const EVERY_MS = 15

/** Looks again and again at what a process and its children take; `stop` answers the most that it was, in MB. */
export function watchMemory(pid: number): { now(): number; stop(): number } {
  let most = 0
  const look = () => {
    const mb = Math.round((residentOf(pid) + childrenOf(pid).reduce((sum, child) => sum + residentOf(child), 0)) / 1024)
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

/** In KB; 0 for one that has ended meanwhile. */
function residentOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0)
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
