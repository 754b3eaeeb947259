import { StorageAway } from './storage'

/** Until it begins to answer: readers wait. What is sent may take longer. */
const PATIENCE_MS = { asked: 10_000, sent: 120_000 }

/**
 * Asks the server of a storage, and once more where the connection broke: whatever is asked of it may be asked twice. Throws
 * StorageAway where it does not answer in time. How long the bytes then take is nobody's matter.
 */
export async function fetchInTime(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  try {
    return await once(input, init)
  } catch (error) {
    if (error instanceof StorageAway || codeOf(error) === 'ECONNREFUSED') throw away(error)
  }
  return once(input, init).catch((error: unknown) => {
    throw away(error)
  })
}

async function once(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const isSent = init?.method === 'PUT' || init?.method === 'POST'
  const patience = isSent ? PATIENCE_MS.sent : PATIENCE_MS.asked
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(new StorageAway('it did not answer in time')), patience)
  try {
    return await fetch(input, { ...init, signal: ending.signal, redirect: 'manual' })
  } finally {
    clearTimeout(timer)
  }
}

function codeOf(error: unknown): string | undefined {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
}

/** Without its cause: the client would make an error of its own of that. */
const away = (error: unknown): StorageAway =>
  error instanceof StorageAway ? error : new StorageAway(`it cannot be reached (${codeOf(error) ?? String(error)})`)
