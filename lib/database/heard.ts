import type { SqlDriverAdapterFactory, SqlQuery, SqlQueryable } from '@prisma/driver-adapter-utils'

/** Hears of a statement as it is sent. */
export type Hear = (query: SqlQuery) => void

/**
 * The same adapters, each of whose statements `hear` is told of. Prisma has an event for that, for which it writes all values
 * of every statement as JSON once more.
 */
export function heard(factory: SqlDriverAdapterFactory, hear: Hear): SqlDriverAdapterFactory {
  const { provider, adapterName } = factory
  const connect = async () => {
    const adapter = tellOf(await factory.connect(), hear)
    const begin = adapter.startTransaction.bind(adapter)
    const startTransaction: typeof begin = async (level) => tellOf(await begin(level), hear)
    return Object.assign(adapter, { startTransaction })
  }
  return { provider, adapterName, connect }
}

function tellOf<T extends SqlQueryable>(queryable: T, hear: Hear): T {
  const queryRaw = queryable.queryRaw.bind(queryable)
  const executeRaw = queryable.executeRaw.bind(queryable)
  return Object.assign(queryable, {
    queryRaw: (query: SqlQuery) => {
      hear(query)
      return queryRaw(query)
    },
    executeRaw: (query: SqlQuery) => {
      hear(query)
      return executeRaw(query)
    },
  })
}
