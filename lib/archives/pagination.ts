/** A gap of fewer pages is crossed on foot. */
const WIDE_GAP = 12

/**
 * Page numbers to link, null where some are left out: 1 … 13 … 26 … 38 39 [40] 41 42 … 77 … 112 … 147. Two in each wide
 * gap lead to any of 246 pages in five clicks, where the ends and the nearest alone take 62.
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
    return gap < WIDE_GAP ? [page] : [before + Math.round(gap / 3), before + Math.round((2 * gap) / 3), page]
  })
}
