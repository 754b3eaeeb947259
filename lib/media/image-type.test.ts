import { expect, test } from 'vitest'
import { imageTypeOf, isImageType } from './image-type'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const typeOf = (text: string) => imageTypeOf(bytes(text))

test('four kinds of images are known by their first bytes', () => {
  expect(typeOf('\xff\xd8\xff\xe0\0\x10JFIF')).toBe('jpeg')
  expect(typeOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')).toBe('png')
  expect(typeOf('GIF87a')).toBe('gif')
  expect(typeOf('GIF89a')).toBe('gif')
  expect(typeOf('RIFF\x10\0\0\0WEBPVP8 ')).toBe('webp')
})

test.each([
  ['<svg xmlns="http://www.w3.org/2000/svg">', 'svg'],
  ['\xef\xbb\xbf<?xml version="1.0"?>\n<!-- <p> --><svg onload="alert(1)">', 'svg'],
  ['  \n<!DOCTYPE svg><SVG>', 'svg'],
  ['\xff\xfe<\0?\0x\0m\0l\0?\0>\0<\0s\0v\0g\0>\0', 'svg'],
  ['\0\0\0\x1cftypheic\0\0\0\0mif1heic', 'heif'],
  ['\0\0\0\x1cftypavif\0\0\0\0avifmif1', 'heif'],
  ['\0\0\0\x18ftypmif1', 'heif'],
  ['\0\0\0\x18ftypmp42', 'otherType'],
  ['<!doctype html><script>alert(1)</script>', 'otherType'],
  ['%PDF-1.7', 'otherType'],
  ['PK\x03\x04', 'otherType'],
  ['BM\x36\0', 'otherType'],
  ['II*\0', 'otherType'],
  ['\xff\xd8', 'otherType'],
  ['GIF88a', 'otherType'],
  ['RIFF\x10\0\0\0WAVE', 'otherType'],
  [' \xff\xd8\xff', 'otherType'],
  ['/*\xff\xd8\xff*/=1', 'otherType'],
  ['', 'empty'],
])('%j is refused as %s', (text, refusal) => {
  expect(typeOf(text)).toBe(refusal)
  expect(isImageType(typeOf(text))).toBe(false)
})

test('planted: a text that looks like an image to a looser check is not one', () => {
  const looser = (text: string) => /JFIF|PNG|GIF8|WEBP/.test(text)
  const text = '<script>/* JFIF PNG GIF89a WEBP */alert(1)</script>'
  expect(looser(text)).toBe(true)
  expect(isImageType(typeOf(text))).toBe(false)
})
