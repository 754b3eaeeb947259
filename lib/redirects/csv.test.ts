import { expect, test } from 'vitest'
import { csvLine } from '@/lib/csv'
import { readCsv } from './csv'

const said = (text: string) => readCsv(text).lines.map(({ from, to, status }) => [from, to, status])

test('from, to and status, with the last left out or not', () => {
  expect(said('/a/,/b/\n/c/,/d/,302\r\n/e/,,410')).toEqual([
    ['/a/', '/b/', ''],
    ['/c/', '/d/', '302'],
    ['/e/', '', '410'],
  ])
})

test('a line of names says which column is which, whatever order they stand in', () => {
  expect(said('id,target,source,hits\n1,/b/,/a/,9')).toEqual([['/a/', '/b/', '']])
  expect(said('\uFEFFFrom;To;Code\n/a/;/b/;301')).toEqual([['/a/', '/b/', '301']])
})

test('lines that are taken out of a file are read as they were behind its line of names', () => {
  for (const file of ['to,from\n/b/,/a/\n/d/,/c/', 'source;target;regex;code\n/x/;/y/;0;302\n/c/;/d/;0;301']) {
    const { header, lines } = readCsv(file)
    const [, left] = lines
    const [again] = readCsv(`${header}\n${left?.text}`).lines
    expect([again?.from, again?.to]).toEqual(['/c/', '/d/'])
  }
  expect(readCsv('/a/,/b/').header).toBe('')
})

test('semicolons, tabs and quotes are read, and a comma within quotes parts nothing', () => {
  expect(said('/a/;/b/')).toEqual([['/a/', '/b/', '']])
  expect(said('/a/\t/b/\t302')).toEqual([['/a/', '/b/', '302']])
  expect(said('"/a,b/","/say ""yes""/"')).toEqual([['/a,b/', '/say "yes"/', '']])
})

test('each line knows its number and its words; empty ones and remarks say nothing', () => {
  expect(readCsv('# ours\n\n/a/,/b/\n\n/c/,/d/\n').lines).toMatchObject([
    { number: 3, text: '/a/,/b/' },
    { number: 5, text: '/c/,/d/' },
  ])
})

test('a quote that nobody closed costs its own line and no other', () => {
  expect(said('/a/,"/b/\n/c/,/d/')).toEqual([
    ['/a/', '/b/', ''],
    ['/c/', '/d/', ''],
  ])
})

test('what is written is read back', () => {
  const cells = ['/a,b"c/', 'https://x.example/?a=1;2', '301']
  expect(said(csvLine(cells))).toEqual([cells])
  expect(said(csvLine(['=cmd()', '+1', '-2']))).toEqual([['=cmd()', '+1', '-2']])
})
