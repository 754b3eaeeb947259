/** Where readers say what is wrong in an article; encoded as it stands. */
export const reportPath = (articleId: number): string => `/report-an-error/${articleId}/`

/** What they find when they have. */
export const reportSentPath = (articleId: number): string => `/report-an-error/${articleId}/sent/`

const ADDRESS = /^([1-9]\d{0,8})$/

/** The article, and whether the report was sent, in the segments after "/report-an-error/"; null for any other address. */
export function parseReportAddress(segments: readonly string[]): { articleId: number; isSent: boolean } | null {
  const [id = '', last, ...more] = segments
  if (!ADDRESS.test(id) || more.length || (last !== undefined && last !== 'sent')) return null
  return { articleId: Number(id), isSent: last === 'sent' }
}
