import { isAbsolute } from 'node:path'
import { expect, test } from 'vitest'
import { readEnv } from './env'

test('without any setting the site answers on port 3000 of this machine alone, from ./data', () => {
  const env = readEnv({})
  expect(env).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    siteUrl: 'http://localhost:3000',
    siteUrlSet: false,
    demo: true,
  })
  expect(isAbsolute(env.dataDir)).toBe(true)
  expect(env.databaseUrl).toBe(`file:${env.dataDir}/broadsheet.db`)
})

test('the default address follows the port', () => {
  expect(readEnv({ PORT: '4100' }).siteUrl).toBe('http://localhost:4100')
})

test('an address with a last slash is taken without it', () => {
  expect(readEnv({ SITE_URL: 'https://News.example/' })).toMatchObject({
    siteUrl: 'https://news.example',
    siteUrlSet: true,
  })
})

test('an empty value counts as not set', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: '' }).port).toBe(3000)
})

test('every setting that is wrong is named, with what it must be', () => {
  const wrong = { PORT: '70000', SITE_URL: 'news.example/blog', DATABASE_URL: 'mysql://x', DEMO: 'yes' }
  expect(() => readEnv(wrong)).toThrow(
    [
      'PORT must be a port number from 1 to 65535 (it is "70000").',
      'SITE_URL must be http:// or https:// and a host, without a path, like https://news.example (it is "news.example/blog").',
      'DATABASE_URL must begin with "file:" (SQLite) or "postgresql://" (it is "mysql://x").',
      'DEMO must be 0 or 1 (it is "yes").',
    ].join('\n'),
  )
})

test('a secret that is too short is refused without being printed', () => {
  expect(() => readEnv({ SECRET: 'hunter2' })).toThrow('SECRET must have at least 16 characters.')
})

test('mail needs both a server and a sender, and the server’s password is never printed', () => {
  expect(readEnv({}).mail).toBeNull()
  const mail = { SMTP_URL: 'smtps://name:hunter2@mail.example:465', MAIL_FROM: 'The Courier <news@courier.example>' }
  expect(readEnv(mail).mail).toEqual({ smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM })
  expect(() => readEnv({ ...mail, MAIL_FROM: '' })).toThrow('MAIL_FROM must be set where SMTP_URL is')
  expect(() => readEnv({ ...mail, SMTP_URL: 'mail://name:hunter2@mail.example' })).toThrow(/SMTP_URL must be[^(]*$/)
  for (const MAIL_FROM of ['nobody', 'a@b, c@d', 'x <a@b>\nBcc: c@d'])
    expect(() => readEnv({ ...mail, MAIL_FROM })).toThrow('MAIL_FROM must be an e-mail address')
})

test('S3 is reached by all of its settings or by none, and its keys are never printed', () => {
  expect(readEnv({}).s3).toBeNull()
  const keys = { S3_ACCESS_KEY_ID: 'AKIA-OUR-KEY', S3_SECRET_ACCESS_KEY: 'hunter2/hunter2' }
  const all = { S3_ENDPOINT: 'https://s3.example/', S3_BUCKET: 'courier-media', ...keys }
  expect(readEnv(all).s3).toEqual({
    ...{ endpoint: 'https://s3.example', bucket: 'courier-media', region: 'us-east-1' },
    ...{ accessKeyId: 'AKIA-OUR-KEY', secretAccessKey: 'hunter2/hunter2' },
  })
  expect(readEnv({ ...all, S3_REGION: 'auto' }).s3?.region).toBe('auto')
  expect(() => readEnv({ ...all, S3_BUCKET: '', S3_SECRET_ACCESS_KEY: '' })).toThrow(
    'S3_BUCKET must be set where others of S3 are.\nS3_SECRET_ACCESS_KEY must be set where others of S3 are.',
  )
  expect(() => readEnv({ ...all, S3_ENDPOINT: 's3.example/courier' })).toThrow(
    'S3_ENDPOINT must be http:// or https:// and a host, without a path, like https://s3.example (it is',
  )
  expect(() => readEnv({ ...all, S3_SECRET_ACCESS_KEY: 'two words' })).toThrow(
    /^S3_SECRET_ACCESS_KEY must be one word\.$/,
  )
})
