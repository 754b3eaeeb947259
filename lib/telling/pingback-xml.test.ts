import { expect, test } from 'vitest'
import { doneAnswer, faultAnswer, readCall } from './pingback-xml'

const call = (params: string, method = 'pingback.ping') =>
  `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${params}</params></methodCall>`

test.each([
  [
    '<param><value><string>https://a.example/?x=1&amp;y</string></value></param><param><value><string>b</string></value></param>',
  ],
  ['<param><value>https://a.example/?x=1&amp;y</value></param>\n<param>\n<value> b </value></param>'],
  [
    '<param><value><string><![CDATA[https://a.example/?x=1&y]]></string></value></param><param><value>b</value></param>',
  ],
])('two texts are read from %s', (params) => {
  expect(readCall(call(params))).toEqual({ method: 'pingback.ping', texts: ['https://a.example/?x=1&y', 'b'] })
})

test('another method is named, with whatever it was given', () => {
  expect(readCall(call('<param><value><int>1</int></value></param>', 'system.multicall'))).toEqual({
    method: 'system.multicall',
    texts: [],
  })
})

test.each([
  '',
  'source=a&target=b',
  '<html></html>',
  '<methodCall><methodName>x',
  '<methodCall></methodCall>',
  '\0',
  '{}',
])('“%s” is no call', (xml) => {
  expect(readCall(xml)).toBeNull()
})

test('entities of the sender’s own making stay what they are', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${call('<param><value>&b;</value></param>')}`
  expect(readCall(bomb)?.texts.join('').length ?? 0).toBeLessThan(10)
})

test('answers are documents', () => {
  expect(faultAnswer('noMethod')).toContain('<name>faultCode</name><value><int>-32601</int></value>')
  expect(doneAnswer('a <b> & c')).toContain('<string>a &lt;b&gt; &amp; c</string>')
})
