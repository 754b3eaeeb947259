/** So often a job is begun before it is given up: over some two hours. */
export const MOST_ATTEMPTS = 10

const FIRST_PAUSE_MS = 10_000
const LONGEST_PAUSE_MS = 30 * 60_000

/** How long a job that failed waits before it is begun again; null: it is given up. `attempts` counts the one that failed. */
export function pauseAfter(attempts: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null
  return Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS)
}
