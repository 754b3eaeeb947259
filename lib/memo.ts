/** A pure function whose answers are kept, at most `most` of them: for what nearly every request asks again. */
export function memo<T>(most: number, compute: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const value = compute(text)
    // All at once, so that nothing has to be remembered of who was asked last.
    if (kept.size >= most) kept.clear()
    kept.set(text, value)
    return value
  }
}
