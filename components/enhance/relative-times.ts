const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** "3 hours ago" for the comments of the last day; the moment itself stays in the title. */
export function sayRelativeTimes(): void {
  const said = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto', style: 'long' })
  for (const time of document.querySelectorAll<HTMLTimeElement>('.comment time')) {
    const ago = Date.now() - Date.parse(time.dateTime)
    if (!(ago >= 0 && ago < DAY_MS)) continue
    time.title = time.textContent ?? ''
    time.textContent =
      ago < HOUR_MS
        ? said.format(-Math.floor(ago / MINUTE_MS), 'minute')
        : said.format(-Math.floor(ago / HOUR_MS), 'hour')
  }
}
