/** The longest beginning of a text whose characters (code points) measure no more than `limit` together. */
export function firstCharacters(text: string, limit: number, measure: (character: string) => number): string {
  let length = 0
  let end = 0
  for (const character of text) {
    length += measure(character)
    if (length > limit) break
    end += character.length
  }
  return text.slice(0, end)
}
