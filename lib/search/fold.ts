/**
 * What a word has in common with its other spellings, in letters and digits alone: case, accents, Arabic and Persian forms
 * of one letter, marks, tatweel, digits, apostrophes. Empty where nothing is left. Of one word (lib/search/words.ts), not
 * of a text: what a sign between words means is decided there.
 */
export function foldWord(word: string): string {
  const bare = word.replace(POSSESSIVE, '').replace(IN_WORD_SIGNS, '')
  if (ASCII.test(bare)) return bare.toLowerCase()
  // NFKD parts letters from their accents and hamzas, and undoes presentation forms, ligatures and full-width digits.
  const parted = bare.normalize('NFKD').toLowerCase()
  return parted
    .replace(HAMZA_BEFORE_WAW, 'و')
    .replace(ACCENTS, '')
    .replace(RESPELLED, (letter) => SPELLING.get(letter) ?? letter)
    .replace(NOT_OF_A_WORD, '')
    .replace(/يء$/, 'ي')
    .normalize('NFC')
}

const ASCII = /^[\0-\x7f]*$/
const POSSESSIVE = /['’]s$/i
/** Apostrophes, ayn and hamza of transliterations (‘Ali, ʿAli, Qur’an), gershayim, commas of thousands, and what is not seen. */
const IN_WORD_SIGNS = /['’‘`´"׳״\u02b9-\u02cb\ua78b\ua78c,٬]|\p{Cf}/gu
/** Egypt writes شئون and مسئول, the Levant شؤون and مسؤول. At a word's end the letter is Persian: ویدئو, also ویدیو. */
const HAMZA_BEFORE_WAW = /[يی]\u0654(?=و\p{L})/gu
/**
 * Of Latin, Greek, Cyrillic, Arabic (with the hamza that was parted from its letter, and tatweel) and Hebrew. In the scripts
 * of India and south-east Asia marks are vowels, and stay; in Japanese they make another letter.
 */
const ACCENTS = /(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}]|ـ/gu
const NOT_OF_A_WORD = /[^\p{L}\p{N}\p{M}]/gu

// Letters that Unicode does not take apart, and the digits of Arabic and Persian.
const SPELLING = new Map(
  (
    'ø=o ł=l đ=d ð=d þ=th ß=ss æ=ae œ=oe ħ=h ı=i ŧ=t ŋ=n ĸ=k ſ=s ς=σ ' +
    'ٱ=ا ٲ=ا ٳ=ا ى=ي ی=ي ې=ي ۍ=ي ے=ي ک=ك ڪ=ك ګ=ك ة=ه ۃ=ه ہ=ه ھ=ه ە=ه ' +
    '٠=0 ١=1 ٢=2 ٣=3 ٤=4 ٥=5 ٦=6 ٧=7 ٨=8 ٩=9 ۰=0 ۱=1 ۲=2 ۳=3 ۴=4 ۵=5 ۶=6 ۷=7 ۸=8 ۹=9'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)
const RESPELLED = new RegExp(`[${[...SPELLING.keys()].join('')}]`, 'g')
