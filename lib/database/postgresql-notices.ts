import pg from 'pg'

const CHANNEL = 'broadsheet_invalidation'
const AGAIN_AFTER_MS = 1_000

/**
 * Calls `notice` whenever anybody has committed a change, and once when it begins to listen (again). A connection of its own,
 * opened anew when it is lost. Answers how to stop it.
 */
export function listenForChanges(databaseUrl: string, notice: () => void): () => void {
  let stopped = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  const listen = async () => {
    const own = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
    client = own
    let ended = false
    const again = () => {
      if (ended || stopped) return
      ended = true
      timer = setTimeout(listen, AGAIN_AFTER_MS).unref()
    }
    own.on('error', again)
    own.on('end', again)
    own.on('notification', notice)
    try {
      await own.connect()
      await own.query(`LISTEN ${CHANNEL}`)
      notice()
    } catch {
      // Not there yet: the rows are read in any case.
      again()
    }
  }
  void listen()
  return () => {
    stopped = true
    clearTimeout(timer)
    client?.end().catch(() => undefined)
  }
}
