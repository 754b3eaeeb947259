/** The card at its widest; below this the picture stands above the words. */
export const WIDEST = 600
export const NARROW = 480

const HEIGHT = { wide: 240, narrow: 380, words: 220 }

/** How large a card is drawn where so much room is said to be; absent: as much as it likes. */
export function cardSize(room: { width?: number | undefined; height?: number | undefined }, hasPicture: boolean) {
  const width = Math.min(WIDEST, room.width ?? WIDEST)
  const likes = hasPicture ? (width < NARROW ? HEIGHT.narrow : HEIGHT.wide) : HEIGHT.words
  return { width, height: Math.min(likes, room.height ?? likes) }
}

/** A length as it is asked for; undefined for what is none. */
export function readLength(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,4}$/.test(text.trim()) ? Number(text) : undefined
}
