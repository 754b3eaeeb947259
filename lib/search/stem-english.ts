/**
 * Plurals, -ed and -ing of an English word in lower case. These are steps 1 and 5 of Porter's second stemmer; its steps 2
 * to 4, which make "organ" of "organisation", would find too much.
 * Source: snowballstem.org/algorithms/english/stemmer.html
 */
export function stemEnglish(word: string): string {
  if (word.length < 3) return word
  const irregular = IRREGULAR.get(word)
  if (irregular !== undefined) return irregular
  const stem = withoutVerbEnding(withoutPlural(word))
  return withoutLastLetter(stem.replace(/(?<=.[^aeiouy])y$/, 'i'))
}

/** Words that the rules would make another of ("news" is not "new"), and plurals they do not know. */
const IRREGULAR = new Map([
  ...['news', 'evening', 'during', 'nothing', 'something', 'anything', 'everything', 'always'].map(
    (word): [string, string] => [word, word],
  ),
  ['evenings', 'evening'],
  ['buses', 'bus'],
  ['gases', 'gas'],
])

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (/ie[sd]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1)
  if (/[^us]s$/.test(word) && hasVowel(word.slice(0, -2))) return word.slice(0, -1)
  return word
}

function withoutVerbEnding(word: string): string {
  if (word.endsWith('eed')) return word.length - 3 >= regionStart(word) ? word.slice(0, -1) : word
  const ending = /(?:ed|ing)$/.exec(word)
  if (!ending) return word
  const stem = word.slice(0, ending.index)
  if (!hasVowel(stem)) return word
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(stem)) return stem.slice(0, -1)
  return endsShort(stem) && regionStart(stem) >= stem.length ? `${stem}e` : stem
}

/** A last e that is not heard, and the second l of "controll". */
function withoutLastLetter(word: string): string {
  const first = regionStart(word)
  const second = regionStart(word, first)
  const last = word.length - 1
  const stem = word.slice(0, last)
  if (word.endsWith('e')) return last >= second || (last >= first && !endsShort(stem)) ? stem : word
  return word.endsWith('ll') && last >= second ? stem : word
}

const hasVowel = (text: string) => /[aeiouy]/.test(text)

/** Where the part after the first consonant that follows a vowel begins, counted from `from` on: Porter's R1, and R2. */
function regionStart(word: string, from = 0): number {
  const match = /[aeiouy][^aeiouy]/.exec(word.slice(from))
  return match ? from + match.index + 2 : word.length
}

/** True where the last syllable is short, as in "hop": what tells "hoping" from "hopping". */
const endsShort = (stem: string) => /(?:[^aeiouy][aeiouy][^aeiouywx]|^[aeiouy][^aeiouy])$/.test(stem)
