import { randomBytes } from 'node:crypto'
import type { Role } from '@/generated/sqlite/enums'
import type { Client } from '@/lib/auth/client'
import { newId } from '@/lib/auth/ids'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { hashPassword, setPassword } from '@/lib/people/link-mutations'

export const PASSWORD = 'tin boat, thick rope'

/** Somebody with a login: a viewer, with an address and the password above unless another is given, or null for none. */
export async function addPerson(
  db: Database,
  {
    role = 'AUTHOR',
    password = PASSWORD,
    name = 'Orla Pennywhistle',
  }: { role?: Role; password?: string | null; name?: string } = {},
): Promise<Viewer & { email: string }> {
  const id = newId()
  const email = `${randomBytes(6).toString('hex')}@ellerhaven.example`
  await db.user.create({ data: { id, name, email, role } })
  if (password !== null) await setPassword(db, id, await hashPassword(db, password))
  return { id, name, role, email, authorId: null, address: '192.0.2.1' }
}

let clients = 0

/** A browser that nobody has used before, at an address of its own. */
export function newClient(over: Partial<Client> = {}): Client {
  clients++
  return { address: `198.51.100.${clients % 250}`, userAgent: 'a browser', cookies: '', ...over }
}

/** The browser with what an answer set, as it would send it next time; cookies that were taken away are gone. */
export function withCookies(client: Client, setCookie: Headers): Client {
  const jar = new Map(client.cookies.split('; ').filter(Boolean).map(splitOnce))
  for (const line of setCookie.getSetCookie()) {
    const [pair = ''] = line.split(';')
    const [name, value] = splitOnce(pair)
    if (!value || /max-age=0/i.test(line)) jar.delete(name)
    else jar.set(name, value)
  }
  return { ...client, cookies: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
}

function splitOnce(pair: string): [string, string] {
  const at = pair.indexOf('=')
  return [pair.slice(0, at), pair.slice(at + 1)]
}
