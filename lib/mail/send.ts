import { env } from '@/lib/env'
import { drawLetter, type Letter } from './letter'

/** A mail server that says nothing for so long is asked again later. */
const PATIENCE_MS = 15_000

/** Hands a letter to the mail server; throws what it says where it does not take it. For jobs alone, never for a request. */
export async function sendLetter(to: { name: string; address: string }, letter: Letter): Promise<void> {
  const { mail } = env()
  if (!mail) throw new Error('there is no mail server: SMTP_URL is not set')
  // Most processes never send anything.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url: mail.smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // A letter has nothing that is read from files or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      ...drawLetter(letter),
      from: mail.from,
      to: [to],
      // No holiday answers to a machine.
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } finally {
    transport.close()
  }
}
