/**
 * A folded word in Arabic letters, Arabic or Persian, without article, joined particles, plural and possessive endings.
 * For Arabic after Larkey's light10 (SIGIR 2002), more careful with short words; for Persian the endings that are written
 * joined, with a half space or parted (lib/search/words.ts drops the parted ones). What must remain is at least as long as
 * a root, so that ایران, زمین and دفتر stay whole.
 */
export function stemArabicScript(word: string): string {
  let stem = word.replace(PRESENT, '')
  if (!WHOLE.test(stem)) stem = stem.replace(ARTICLE, '')
  stem = stem.replace(/(?<=.{3}ا)ء$/, '')
  for (let before = ''; before !== stem; ) {
    before = stem
    stem = stem.replace(ENDING, (ending, at: number) => shortenTo(ending, at))
  }
  return stem.replace(PARTICLE, '')
}

/** Persian می and نمی before a verb; a verb's present and past end in one of these letters. */
const PRESENT = /^ن?مي(?=.{2,}[مديت]$)/
/** Arabic ال, also after و ف ب ك ل. */
const ARTICLE = /^(?:[وف]?(?:[بك]ال|لل)(?=.{3})|[وف]ال(?=.{3})|ال(?=.{2}))/
/** Words that only look as if they began with the article, or ended in a plural. */
const WHOLE = /^(?:الله|الان)$/
/** و ف ب ك ل joined to a word, "and", "so", "with", "like", "to": a letter of the root where less than four are left. */
const PARTICLE = /^[وفبكل](?=.{4})/
const ENDING = new RegExp(
  [
    '(?<=.{2})(?<!^تن)ها(?:ي(?:ي|م|ت|ش|مان|تان|شان)?)?', // plural of Persian; Arabic "her"
    '(?<=.{3})تر(?:ين)?', // comparative, superlative
    '(?<=.{4})(?:شان|گان|ان|ون|ين)',
    '(?<=.{3})ات',
    '(?<=.{4})[هي]',
  ]
    .map((ending) => `${ending}$`)
    .join('|'),
)

/** كلمات is the plural of كلمه, which keeps its ending; قفازات of قفاز. */
const shortenTo = (ending: string, length: number) => (ending === 'ات' && length === 3 ? 'ه' : '')
