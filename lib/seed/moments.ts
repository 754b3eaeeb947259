/** When the newest of a large site was made; all the rest goes back from it over 25 years. */
export const NEWEST = Date.UTC(2026, 10, 22, 12)
export const YEARS_MS = 25 * 365.25 * 86_400_000
