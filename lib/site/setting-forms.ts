import { z } from 'zod'
import { LEAST_KEPT_DAYS, MOST_KEPT_DAYS, MOST_READ_DAYS } from '@/lib/counting/settings'
import { canonicalLocale } from '@/lib/i18n/locale'
import { POLICIES, type PolicyName } from './policies'
import { SAID, type Said, type SaidName } from './said'

// What the forms of settings send, read into what is stored. Messages are keys of the newsroom's words
// (lib/i18n/settings-en.ts).

/** On one line, without what cannot be seen. */
const line = (most: number, long = 'tooLong') =>
  z
    .string()
    .default('')
    .transform((typed) =>
      typed
        .toWellFormed()
        .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().max(most, long))

/** Each on a line of its own; empty ones say nothing. */
const lines = (most = 500) =>
  z
    .string()
    .default('')
    .transform((typed) =>
      typed
        .toWellFormed()
        .split(/[\r\n\u2028\u2029]+/)
        .map((one) => one.replace(/\p{Cc}+/gu, ' ').trim())
        .filter((one) => one !== ''),
    )
    .pipe(z.array(z.string().max(1_000, 'lineLong')).max(most, 'tooManyLines'))

const number = (least: number, most: number) =>
  z
    .string()
    .regex(/^\s*\d{1,6}\s*$/, 'numberWrong')
    .transform(Number)
    .pipe(z.number().min(least, 'numberWrong').max(most, 'numberWrong'))

const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

const LONGEST_SAID: Record<SaidName, number> = { name: 80, tagline: 200, imprint: 300 }

/** The field of a word in another language. */
export const saidField = (name: SaidName, locale: string): string => `${name}.${locale}`
const SAID_FIELD = /^(name|tagline|imprint)\.([A-Za-z\d-]{2,35})$/

/** "name.ar" and its like, by language. What is left empty is not said. */
function readSaid(form: Record<string, unknown>, context: z.RefinementCtx): Record<string, Said> {
  const said: Record<string, Said> = {}
  for (const [field, value] of Object.entries(form)) {
    const [, typed, locale] = SAID_FIELD.exec(field) ?? []
    const name = SAID.find((one) => one === typed)
    if (!name || !locale || canonicalLocale(locale) !== locale) continue
    const read = line(LONGEST_SAID[name]).safeParse(value)
    if (!read.success) context.addIssue({ code: 'custom', path: [field], message: 'tooLong' })
    else if (read.data) said[locale] = { ...said[locale], [name]: read.data }
  }
  return said
}

const generalFields = z.looseObject({
  name: line(LONGEST_SAID.name).pipe(z.string().min(1, 'nameMissing')),
  tagline: line(LONGEST_SAID.tagline),
  imprint: line(LONGEST_SAID.imprint),
  locale: line(35).transform((typed, context) => {
    const tag = canonicalLocale(typed)
    if (tag === undefined) context.addIssue({ code: 'custom', message: 'languageWrong' })
    return tag ?? typed
  }),
  timeZone: line(60).refine(isZone, 'zoneWrong'),
})

export const generalForm = generalFields.transform((form, context) => {
  const { name, tagline, imprint, locale, timeZone } = form
  return { name, tagline, imprint, locale, timeZone, said: readSaid(form, context) }
})

/** Who is published without somebody looking first. */
export const MODERATION = ['nobody', 'known', 'everybody'] as const

export const commentsForm = z
  .object({
    published: z.enum(MODERATION, 'chooseOne'),
    holdLinks: number(1, 20),
    closeAfterDays: number(0, 3_650),
    maxDepth: number(1, 10),
    floodSeconds: number(0, 3_600),
  })
  .transform(({ published, ...numbers }) => ({
    ...numbers,
    holdEverything: published === 'nobody',
    holdFirst: published !== 'everybody',
  }))

const ticked = z
  .literal('on')
  .optional()
  .transform((said) => said === 'on')

export const figuresForm = z.object({
  counts: ticked,
  keptDays: number(LEAST_KEPT_DAYS, MOST_KEPT_DAYS),
  mostReadDays: z.enum(MOST_READ_DAYS.map(String), 'chooseOne').transform(Number),
  badge: ticked,
})

export const frontForm = z.object({ latest: number(3, 12), opinions: ticked, corrections: ticked })

/** A path of one of the site's pages each; what is left open is not said. */
export const policiesForm = z
  .object(
    Object.fromEntries(POLICIES.map((name) => [name, line(1_000)])) as Record<PolicyName, ReturnType<typeof line>>,
  )
  .transform((typed) => Object.fromEntries(Object.entries(typed).filter(([, path]) => path !== '')))

/** Those of another language of the site. */
export const policiesInForm = z
  .object({ language: z.string().refine((tag) => canonicalLocale(tag) === tag, 'languageWrong') })
  .and(policiesForm)

export const socialForm = z.object({
  accounts: lines(20).refine((all) => all.every(isWebAddress), 'addressWrong'),
})

function isWebAddress(typed: string): boolean {
  return URL.canParse(typed) && new URL(typed).protocol === 'https:' && !/\s/.test(typed)
}

const rule = /^[/*][^\s#]*$/
const rules = lines().refine((all) => all.every((one) => rule.test(one)), 'ruleWrong')
const MOST_BOTS = 30

/** robots.txt, bot by bot: the groups are numbered fields, of which those without a name are left out. */
export const robotsForm = z
  .looseObject({ aiMayRead: z.literal('on').optional(), disallow: rules })
  .transform((typed, context) => {
    const bots: { names: string[]; allow: string[]; disallow: string[] }[] = []
    for (let at = 0; at < MOST_BOTS && `names${at}` in typed; at++) {
      const names = lines().safeParse(String(typed[`names${at}`] ?? '').replaceAll(',', '\n'))
      if (!names.success || !names.data.length) continue
      if (!names.data.every((name) => /^[\w.*-]+( [\w.*-]+)*$/.test(name))) {
        context.addIssue({ code: 'custom', path: [`names${at}`], message: 'botWrong' })
      }
      const ruled = (field: string) => {
        const read = rules.safeParse(typed[`${field}${at}`] ?? '')
        if (!read.success) context.addIssue({ code: 'custom', path: [`${field}${at}`], message: 'ruleWrong' })
        return read.data ?? []
      }
      bots.push({ names: names.data, allow: ruled('allow'), disallow: ruled('disallow') })
    }
    return { aiMayRead: typed.aiMayRead === 'on', disallow: typed.disallow, bots }
  })

const orNone = (all: string[]): string[] | null => (all.length ? all : null)

export const filesForm = z.object({
  adsTxt: lines(5_000).transform(orNone),
  humansTxt: lines().transform(orNone),
})

const contact = /^(https:\/\/|mailto:|tel:)\S+$/
const optionalAddress = line(1_000)
  .refine((typed) => typed === '' || contact.test(typed), 'contactWrong')
  .transform((typed) => typed || undefined)

/** security.txt; without a contact there is none. */
export const securityForm = z
  .object({
    contacts: lines(10).refine((all) => all.every((one) => contact.test(one)), 'contactWrong'),
    expires: line(20).refine((day) => day === '' || !Number.isNaN(Date.parse(`${day}T00:00:00Z`)), 'dateWrong'),
    policy: optionalAddress,
    acknowledgments: optionalAddress,
    encryption: optionalAddress,
    languages: line(100).refine((typed) => /^([A-Za-z]{2,8}(-[A-Za-z\d]{1,8})*[,\s]*)*$/.test(typed), 'languageWrong'),
  })
  .transform(({ expires, languages, ...said }, context) => {
    if (!said.contacts.length) return { security: null }
    if (!expires) {
      context.addIssue({ code: 'custom', path: ['expires'], message: 'dateMissing' })
      return { security: null }
    }
    const expiresAt = new Date(`${expires}T00:00:00Z`).toISOString()
    return { security: { ...said, expiresAt, languages: languages.split(/[,\s]+/).filter(Boolean) } }
  })
