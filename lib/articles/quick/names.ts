/** A name a line, as it is typed: without the empty ones, each once. */
export function readNames(text: string): string[] {
  const names = text.split(/\r?\n/).map((name) => name.trim())
  return [...new Set(names.filter(Boolean))]
}

type Named = { id: number; name: string }

/** True where nobody touched these names: they are those of the ones before, in their order, as they were shown. */
export function isUntouched(names: readonly string[], before: readonly number[], known: readonly Named[]): boolean {
  const shown = before.flatMap((id) => known.find((one) => one.id === id)?.name ?? [])
  const typed = (lines: readonly string[]) => readNames(lines.join('\n')).join('\n')
  return typed(shown) === typed(names)
}

/**
 * Whom these names mean. Of several of one name it is the one who stood there before; where that does not decide it, it is
 * nobody. Answers the ids in the order of the names, or the first name that means nobody.
 */
export function idsOf(names: readonly string[], known: readonly Named[], before: readonly number[]) {
  const ids: number[] = []
  for (const name of names) {
    const called = known.filter((one) => one.name === name)
    const one = called.length === 1 ? called[0] : called.find(({ id }) => before.includes(id))
    if (!one) return { ok: false as const, name }
    ids.push(one.id)
  }
  return { ok: true as const, ids: [...new Set(ids)] }
}
