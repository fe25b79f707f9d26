import { describe, expect, test } from 'vitest'
import { declaredCharset, decode } from '../../../../lib/readers/format/encoding.ts'

const chinese = '某县二〇二四年政府信息公开工作年度报告\n一、总体情况\n共公开信息12条，收到申请3件。'
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16()
/** 政府信息公开年报 */
const gbk = [0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa, 0xc4, 0xea, 0xb1, 0xa8]
const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')]
const problemCode = (action: () => unknown): unknown => {
  try {
    action()
  } catch (error) {
    return (error as { code?: unknown }).code
  }
  return undefined
}

describe('decode', () => {
  test.each<[string, Uint8Array]>([
    ['utf-8', Buffer.from(chinese)],
    ['utf-8', Buffer.from(`\ufeff${chinese}`)],
    ['utf-16le', Buffer.from(`\ufeff${chinese}`, 'utf16le')],
    ['utf-16be', utf16be(`\ufeff${chinese}`)],
    ['utf-16le', Buffer.from(chinese, 'utf16le')],
    ['utf-16be', utf16be(chinese)],
    ['utf-16le', Buffer.from('政府信息公开', 'utf16le')],
    ['utf-16be', utf16be('政府信息公开一一一')],
  ])('%s', (encoding, bytes) => {
    const decoded = decode(bytes)
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.text).toMatch(/政府信息公开/)
    expect(decoded.text.startsWith('\ufeff')).toBe(false)
    expect(decoded.losses).toEqual([])
  })

  test('plain ASCII in UTF-16 without a mark', () => {
    const text = '<html><body><table><tr><td>12</td></tr></table></body></html>'
    expect(decode(Buffer.from(text, 'utf16le'))).toMatchObject({ text, encoding: 'utf-16le' })
    expect(decode(utf16be(text))).toMatchObject({ text, encoding: 'utf-16be' })
  })

  test('GBK without declaration is read as GB18030', () => {
    const decoded = decode(new Uint8Array([...gbk, ...ascii('2024\r\n'), ...gbk]))
    expect(decoded).toEqual({
      text: '政府信息公开年报2024\r\n政府信息公开年报',
      encoding: 'gb18030',
      losses: [],
    })
  })

  test('the declared charset is believed before anything is guessed', () => {
    const big5 = new Uint8Array([0xac, 0x46, 0xa9, 0xb2, 0xb8, 0xea, 0xb0, 0x54])
    expect(decode(big5, 'big5')).toMatchObject({ text: '政府資訊', encoding: 'big5' })
    expect(decode(new Uint8Array(gbk), 'GB2312').text).toBe('政府信息公开年报')
  })

  test('a declaration that contradicts strict UTF-8, or fits any bytes, is not believed', () => {
    expect(decode(Buffer.from(chinese), 'gb2312').text).toBe(chinese)
    expect(decode(new Uint8Array(gbk), 'iso-8859-1').text).toBe('政府信息公开年报')
    expect(decode(new Uint8Array(gbk), 'utf-8').text).toBe('政府信息公开年报')
    expect(decode(new Uint8Array(gbk), 'no-such-charset').text).toBe('政府信息公开年报')
  })

  test('UTF-8 cut off inside a character is UTF-8 still, and the loss is told', () => {
    const decoded = decode(Buffer.from(chinese.repeat(3)).subarray(0, -1 - 2))
    expect(decoded.encoding).toBe('utf-8')
    expect(decoded.text.startsWith(chinese)).toBe(true)
    const spoilt = decode(Buffer.from(chinese.repeat(3)).subarray(0, -1))
    expect(spoilt.text.endsWith('\ufffd')).toBe(true)
    expect(spoilt.losses.map(loss => loss.code)).toEqual(['characters-unreadable'])
  })

  test('replacement characters saved by someone else are told', () => {
    expect(decode(Buffer.from('收到\ufffd件\ufffd')).losses).toEqual([
      {
        code: 'characters-unreadable',
        message: expect.objectContaining({ zh: expect.stringContaining('2') }),
      },
    ])
  })

  test('bytes that fit no encoding are refused', () => {
    expect(problemCode(() => decode(new Uint8Array([0xd5, 0xfe, 0xff, 0x80, 0xff, 0x20])))).toBe(
      'file-damaged',
    )
    expect(problemCode(() => decode(new Uint8Array([0xef, 0xbb, 0xbf, 0xd5, 0xfe])))).toBe('file-damaged')
  })
})

describe('declaredCharset', () => {
  test.each([
    ['<meta charset="gb2312">', 'gb2312'],
    ['<META http-equiv=Content-Type content="text/html; charset=GBK">', 'gbk'],
    ['<?xml version="1.0" encoding="GB18030"?>', 'gb18030'],
    ['<p>无</p>', undefined],
    [`${' '.repeat(5000)}<meta charset="gbk">`, undefined],
  ])('%s', (html, charset) => {
    expect(declaredCharset(Buffer.from(html))).toBe(charset)
  })
})
