/** Page numbers to link, null where some are left out: 1 … 7 8 [9] 10 11 … 38. */
export function pageNumbers(current: number, last: number): (number | null)[] {
  const shown = new Set([1, last])
  for (let page = current - 2; page <= current + 2; page++) if (page >= 1 && page <= last) shown.add(page)
  const numbers = [...shown].sort((a, b) => a - b)
  return numbers.flatMap((page, i) => {
    const before = numbers[i - 1] ?? 0
    if (page - before === 2) return [page - 1, page]
    return page - before > 2 ? [null, page] : [page]
  })
}
