import { z } from 'zod'

/** Text of a form that is JSON, read; what is none is null, and then nothing that a schema behind it expects. */
export const jsonText = (longest: number) => z.string().max(longest).transform(readJson)

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
