/**
 * A copy that keeps nothing else alive: a piece of a text that was read is held together with the whole chunk it came
 * from, and a few thousand captions would hold the file.
 */
export function detach<T>(value: T): T {
  return structuredClone(value)
}
