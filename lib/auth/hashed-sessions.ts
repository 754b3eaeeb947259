import { createHash } from 'node:crypto'
import type { prismaAdapter } from '@better-auth/prisma-adapter'

type AdapterFactory = ReturnType<typeof prismaAdapter>
type Adapter = ReturnType<AdapterFactory>
type Where = { field: string; value: unknown; operator?: string | undefined }

/** What is stored for a session's token: whoever reads the database, or a copy of it, cannot sign in with it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')

/**
 * The adapter with hashes in the place of session tokens. better-auth stores them as the cookie says them, and its own
 * hooks would put the hash into the cookie too; here it never hears of the hash.
 */
export function hashedSessions(factory: AdapterFactory): AdapterFactory {
  return (options) => wrap(factory(options))
}

function wrap<T extends Omit<Adapter, 'transaction'>>(adapter: T): T {
  const wrapped: Partial<Adapter> = {
    async create(request) {
      if (request.model !== 'session') return adapter.create(request)
      const token = String(request.data.token)
      const created = await adapter.create({ ...request, data: { ...request.data, token: tokenHash(token) } })
      return { ...created, token } as Awaited<ReturnType<typeof adapter.create>> as never
    },
    async findOne(request) {
      const token = request.model === 'session' ? tokenIn(request.where) : undefined
      if (token === undefined) return adapter.findOne(request)
      const found = await adapter.findOne<Record<string, unknown>>({
        ...request,
        where: hashedIn(request.where) as never,
      })
      return (found && { ...found, token }) as never
    },
    async update(request) {
      const token = request.model === 'session' ? tokenIn(request.where) : undefined
      if (token === undefined) return adapter.update(request)
      const updated = await adapter.update<Record<string, unknown>>({
        ...request,
        where: hashedIn(request.where) as never,
      })
      return (updated && { ...updated, token }) as never
    },
    delete: (request) => adapter.delete(forSessions(request)),
    deleteMany: (request) => adapter.deleteMany(forSessions(request)),
    updateMany: (request) => adapter.updateMany(forSessions(request)),
  }
  if ('transaction' in adapter) {
    const { transaction } = adapter as unknown as Adapter
    wrapped.transaction = (work) => transaction((inner) => work(wrap(inner)))
  }
  return { ...adapter, ...wrapped }
}

function forSessions<R extends { model: string; where: Where[] }>(request: R): R {
  return request.model === 'session' ? { ...request, where: hashedIn(request.where) } : request
}

function tokenIn(where: Where[]): string | undefined {
  const value = where.find(({ field, operator = 'eq' }) => field === 'token' && operator === 'eq')?.value
  return typeof value === 'string' ? value : undefined
}

function hashedIn(where: Where[]): Where[] {
  const hashed = (value: unknown): unknown => (Array.isArray(value) ? value.map(hashed) : tokenHash(String(value)))
  return where.map((part) => (part.field === 'token' ? { ...part, value: hashed(part.value) } : part))
}
