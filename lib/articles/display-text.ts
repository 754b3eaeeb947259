import { typesetText } from '@/lib/wordpress/text/typography'

/** A headline or summary as it is shown: WordPress makes its typography when it draws, so an imported text brings none. */
export function displayText(text: string, sourceSite: string | null): string {
  return sourceSite === null ? text : typesetText(text)
}
