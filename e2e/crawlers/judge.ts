import type { Crawl } from './crawl'

/** The site that is judged, and all that following its links has found. */
export type Judged = {
  /** Origin. */
  url: string
  crawl: Crawl
  /** True for a site that was made of an export, whose texts may link to what never came along. */
  isArchive: boolean
  /** Of this trial alone, for what a judge has to put somewhere. */
  folder: string
}

/** What was looked at, in a few words, and what is wrong with it, a sentence each; or why it could not be looked at. */
export type Verdict = { looked: string; faults: string[] } | { missing: string }

export type Judge = { name: string; judge(judged: Judged): Promise<Verdict> }

export type Sentence = { name: string; said: string; faults: string[]; isMissing: boolean; seconds: number }

const SHOWN = 20

/** Hears one judge after the other, and says of each at once what it found. */
export async function hear(judges: Judge[], judged: Judged): Promise<Sentence[]> {
  const sentences: Sentence[] = []
  for (const { name, judge } of judges) {
    const began = performance.now()
    const verdict = await judge(judged)
    const seconds = (performance.now() - began) / 1_000
    const isMissing = 'missing' in verdict
    const faults = isMissing ? [] : verdict.faults
    const said = isMissing ? `not run: ${verdict.missing}` : `${verdict.looked}, ${faults.length} faults`
    console.log(`${name}: ${said} (${seconds.toFixed(1)} s)`)
    for (const fault of faults.slice(0, SHOWN)) console.log(`  ${fault}`)
    if (faults.length > SHOWN) console.log(`  … and ${faults.length - SHOWN} more`)
    sentences.push({ name, said, faults, isMissing, seconds })
  }
  return sentences
}

/** All of them once more, one under the other. */
export function drawTable(sentences: Sentence[]): string {
  const width = Math.max(...sentences.map(({ name }) => name.length))
  return sentences
    .map(({ name, said, faults, isMissing }) => {
      const mark = isMissing ? 'not run' : faults.length ? 'FAULTS' : 'ok'
      return `${mark.padEnd(8)}${name.padEnd(width + 2)}${said.replace(/^not run: /, '')}`
    })
    .join('\n')
}
