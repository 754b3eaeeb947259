import { SMTPServer } from 'smtp-server'

export type MailServer = {
  url: string
  /** Whole letters as they came, headers and all. */
  letters: { to: string[]; source: string }[]
  /** From now on everything is refused with this, until null. */
  refuse: string | null
  close(): Promise<void>
}

/** A mail server of this process that keeps what it is sent. */
export async function startMailServer(): Promise<MailServer> {
  const state: MailServer = { url: '', letters: [], refuse: null, close: async () => undefined }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onMailFrom: (_, __, done) => done(state.refuse ? new Error(state.refuse) : null),
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address)
        state.letters.push({ to, source: Buffer.concat(parts).toString('utf8') })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (typeof address !== 'object' || !address) throw new Error('the mail server did not start')
  state.url = `smtp://127.0.0.1:${address.port}`
  state.close = () => new Promise((resolve) => server.close(resolve))
  return state
}

/** The plain text of a letter, with what was encoded for the way taken back. */
export function plainPart(source: string): string {
  const part = source.split(/\r?\n--/).find((text) => /content-type: text\/plain/i.test(text)) ?? ''
  const [head = '', ...rest] = part.split(/\r?\n\r?\n/)
  const body = rest.join('\n\n')
  if (/encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/encoding: quoted-printable/i.test(head)) return body
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
