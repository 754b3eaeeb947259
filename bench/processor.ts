import { readFileSync } from 'node:fs'

/** What a process has used of its processor so far, in ms: the same on a machine that has others to serve. */
export function processorMs(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  // In hundredths of a second, by the user and by the system (proc(5), counted from the third field).
  return (Number(fields[11]) + Number(fields[12])) * 10
}
