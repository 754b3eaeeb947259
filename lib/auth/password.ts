/** Words and rows of keys that guesses begin with; a password made of one of them and little else is no password. */
const COMMON = [
  'password',
  'passwort',
  'qwertyuiop',
  'qwerty',
  'letmein',
  'iloveyou',
  'welcome',
  'administrator',
  'admin',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r',
  '1qaz2wsx',
  'football',
  'sunshine',
  'princess',
  'trustno1',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  '98765432109876543210',
  'changeme',
  'broadsheet',
  'newsroom',
]
export const PASSWORD_MIN = 12
/** What is longer costs the hash more than a person types. */
export const PASSWORD_MAX = 128
/** What is left when a common word is taken away must still be this long. */
const REST_MIN = 8
const FEWEST_DIFFERENT = 6

export type PasswordFault = 'short' | 'long' | 'personal' | 'common'

/** Why this may not be a person's password, or null. Length is what counts (NIST SP 800-63B, ASVS 6.2). */
export function passwordFault(password: string, person: { name: string; email: string }): PasswordFault | null {
  const text = password.normalize('NFKC').toLowerCase()
  if ([...password].length < PASSWORD_MIN) return 'short'
  if (password.length > PASSWORD_MAX) return 'long'
  if (new Set(text).size < FEWEST_DIFFERENT || isRepeated(text)) return 'common'
  if (wordsOf(person).some((word) => text.includes(word))) return 'personal'
  if (COMMON.some((word) => isMostly(text, word))) return 'common'
  return null
}

/** A row of digits or letters of which `word` has the beginning counts like the word itself. */
function isMostly(text: string, word: string): boolean {
  if (word.length >= PASSWORD_MIN) return word.includes(text.slice(0, PASSWORD_MIN))
  return text.includes(word) && text.replaceAll(word, '').length < REST_MIN
}

/** "abcabcabcabc": the same few letters again and again. */
function isRepeated(text: string): boolean {
  for (let length = 1; length <= text.length / 3; length++) {
    if (
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .startsWith(text)
    )
      return true
  }
  return false
}

/** Parts of the name and of the address that are long enough to be told from chance. */
function wordsOf({ name, email }: { name: string; email: string }): string[] {
  const [mailbox = '', host = ''] = email.toLowerCase().split('@')
  const parts = [
    ...name.normalize('NFKC').toLowerCase().split(/\s+/),
    ...mailbox.split(/[._+-]/),
    host.split('.')[0] ?? '',
  ]
  return [mailbox, ...parts].filter((part) => [...part].length >= 4)
}
