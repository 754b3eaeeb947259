/** Footnotes by the id that marks lead to: which one it is, counted from one. */
export type Notes = ReadonlyMap<string, number>
