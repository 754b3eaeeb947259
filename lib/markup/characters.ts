// \p{Cc} are the controls of ASCII and Latin-1; tab, newline and return are kept. Non-characters and halves of surrogate
// pairs cannot be written as UTF-8 or are in no text; a byte order mark inside a text is a leftover of pasted files.
const NEVER_TEXT = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Surrogate}|\ufeff/gu
// Nearly every text is made of these alone, and the search for the others takes four times as long.
const MAYBE_OTHER = /[^\t\n -~\u00a0-\ud7ff\ue000-\ufdcf]/

/** Text without the characters that no reader sees and that XML 1.0 (or UTF-8) cannot hold; line ends become "\n". */
export function visibleText(text: string): string {
  return MAYBE_OTHER.test(text) ? text.replace(/\r\n?/g, '\n').replace(NEVER_TEXT, '') : text
}
