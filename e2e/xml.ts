import sax from 'sax'

export type Element = { name: string; attributes: Record<string, string>; text: string; within: string }

/** The elements of a well-formed document; throws at the first fault. */
export function elementsOf(xml: string): Element[] {
  const elements: Element[] = []
  const open: Element[] = []
  const parser = sax.parser(true)
  parser.onerror = (error) => {
    throw error
  }
  parser.onopentag = ({ name, attributes }) => {
    const element = {
      name,
      attributes: attributes as Record<string, string>,
      text: '',
      within: open.at(-1)?.name ?? '',
    }
    elements.push(element)
    open.push(element)
  }
  const add = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.ontext = add
  parser.oncdata = add
  parser.onclosetag = () => open.pop()
  parser.write(xml).close()
  return elements
}

export const textsOf = (elements: Element[], name: string, within: string): string[] =>
  elements.filter((element) => element.name === name && element.within === within).map(({ text }) => text)
