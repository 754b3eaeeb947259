export type Provider = 'sqlite' | 'postgresql'

/** Which database an address means; throws on any other kind. */
export function providerOf(databaseUrl: string): Provider {
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return 'postgresql'
  if (databaseUrl.startsWith('file:')) return 'sqlite'
  throw new Error('DATABASE_URL must begin with "file:" (SQLite) or "postgresql://".')
}
