/** A gap of fewer pages is crossed on foot. */
const WIDE_GAP = 12
/** One of more has more ways into it. */
const VERY_WIDE_GAP = 80

/**
 * Page numbers to link, null where some are left out: 1 … 13 … 26 … 38 39 [40] 41 42 … 63 … 84 … 105 … 126 … 147. Two in each
 * wide gap and four in a very wide one lead to any of 246 pages in four clicks, where the ends and the nearest alone take 62.
 */
export function pageNumbers(current: number, last: number): (number | null)[] {
  const near = new Set([1, last])
  for (let page = current - 2; page <= current + 2; page++) if (page >= 1 && page <= last) near.add(page)
  const numbers = withWaypoints([...near].sort((a, b) => a - b))
  return numbers.flatMap((page, i) => {
    const before = numbers[i - 1] ?? 0
    if (page - before === 2) return [page - 1, page]
    return page - before > 2 ? [null, page] : [page]
  })
}

function withWaypoints(numbers: number[]): number[] {
  return numbers.flatMap((page, i) => {
    const before = numbers[i - 1] ?? 0
    const gap = page - before
    const parts = gap < WIDE_GAP ? 1 : gap < VERY_WIDE_GAP ? 3 : 5
    return Array.from({ length: parts }, (_, i) => before + Math.round(((i + 1) * gap) / parts))
  })
}
