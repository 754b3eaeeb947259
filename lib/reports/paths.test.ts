import { expect, test } from 'vitest'
import { parseReportAddress, reportPath, reportSentPath } from './paths'

const segmentsOf = (path: string) => path.split('/').slice(2, -1)

test('an address says which article, and whether the report is sent', () => {
  expect(parseReportAddress(segmentsOf(reportPath(12)))).toEqual({ articleId: 12, isSent: false })
  expect(parseReportAddress(segmentsOf(reportSentPath(12)))).toEqual({ articleId: 12, isSent: true })
})

test.each([[[]], [['0']], [['012']], [['x']], [['12', 'thanks']], [['12', 'sent', '']], [['9999999999']]])(
  '%j is no address of a report',
  (segments) => {
    expect(parseReportAddress(segments)).toBeNull()
  },
)
