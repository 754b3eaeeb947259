/** What a column of ids holds on either database; a query for more is an error there, not an empty answer. */
export const LARGEST_ID = 2_147_483_647

/** The id in a text that came from outside; null where no row can have it. */
export function parseRowId(text: string | undefined): number | null {
  if (!text || !/^[1-9]\d{0,9}$/.test(text)) return null
  const id = Number(text)
  return id <= LARGEST_ID ? id : null
}
