import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One move at a time: of two in opposite directions that remove old copies, each would take the other's for the one that stays.
 * Answers how to release it; null where another process has it. A lock whose process is gone is taken.
 */
export function takeMoveLock(dataDir: string): (() => void) | null {
  const file = join(dataDir, 'move-media.lock')
  for (let tried = 0; tried < 2; tried++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      const release = () => rmSync(file, { force: true })
      process.once('exit', release)
      return release
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    if (isAlive(Number(readFileSync(file, 'utf8')))) return null
    rmSync(file, { force: true })
  }
  return null
}

function isAlive(pid: number): boolean {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
