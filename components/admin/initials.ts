/** "OF" of "Oda Fenwick"; of names in a script that joins its letters the first alone. */
export function initials(name: string): string {
  const letters = name.split(/[\s-]+/).flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? [])
  const joins = /\p{Script=Arabic}/u.test(name)
  return (joins ? letters.slice(0, 1) : [letters[0], letters.length > 1 ? letters.at(-1) : '']).join('').toUpperCase()
}
