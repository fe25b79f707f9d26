import { describe, expect, test } from 'vitest'
import { limits } from '../../../../lib/readers/limits.ts'
import { readMht } from '../../../../lib/readers/mht/index.ts'
import { cpuTime } from '../../../support/cpu-time.ts'
import { drawReport, reportHtml } from '../../../support/form-html.ts'
import { codesOf, expectProblem, figuresOf, textsOf } from '../../../support/samples.ts'

const CRLF = '\r\n'
const lines = (...parts: string[]): string => parts.join(CRLF)
const read = (message: string | Buffer) =>
  readMht(typeof message === 'string' ? Buffer.from(message, 'latin1') : message)

const quoted = (bytes: Buffer): string =>
  [...bytes]
    .map(byte => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
    .replace(/.{72}/g, `$&=${CRLF}`)
const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/.{76}/g, `$&${CRLF}`)

const multipart = (parts: readonly string[], options = ''): string =>
  lines(
    'From: <Saved by WPS>',
    'MIME-Version: 1.0',
    `Content-Type: multipart/related;${CRLF}\ttype="text/html";${CRLF}\tboundary="----=_Next.1"${options}`,
    '',
    'This document is a single file web page.',
    ...parts.flatMap(part => ['------=_Next.1', part]),
    '------=_Next.1--',
    '',
  )
const part = (type: string, encoding: string, content: string, more = ''): string =>
  lines(`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}${more}`, '', content)

const report = reportHtml(drawReport('2021', { 'requests.newRequests.total': 7 }))
const picture = part('image/png', 'base64', base64(Buffer.alloc(900, 7)))

describe('a page with its pictures', () => {
  test.each([
    ['quoted-printable', quoted(Buffer.from(report))],
    ['base64', base64(Buffer.from(report))],
    ['8bit', Buffer.from(report).toString('latin1')],
  ])('%s', async (encoding, content) => {
    const document = await read(multipart([part('text/html; charset="utf-8"', encoding, content), picture]))
    expect(document.format).toBe('mht')
    const figures = figuresOf(document)
    expect(Object.values(figures).every(([state]) => state === 'number')).toBe(true)
    expect(figures['requests.newRequests.total']).toEqual(['number', 7])
  })

  test('with its style sheets, by their addresses', async () => {
    const struck = '.x{text-decoration:line-through}'
    const html = (href: string): string =>
      `<link rel=stylesheet href="${href}"><table><tr><td>规章<td><i class=x>9</i>12</table>`
    for (const [href, header] of [
      ['cid:css-1@mhtml.blink', 'Content-Location: cid:css-1@mhtml.blink'],
      ['cid:a1', 'Content-ID: <a1>'],
      ['report.files/s.css', 'Content-Location: file:///C:/a/report.files/s.css'],
    ]) {
      const message = multipart([
        part('text/html', '8bit', html(href!), `${CRLF}Content-Location: file:///C:/a/report.htm`),
        part('text/css', 'quoted-printable', quoted(Buffer.from(struck)), `${CRLF}${header}`),
      ])
      expect(codesOf(await read(message)), href).toEqual(['deleted-text-dropped'])
    }
  })

  const page = '<html><body><p>政务公开</p></body></html>'
  const gbk = Buffer.from('3c68746d6c3e3c703ed5fecef1b9abbfaa3c2f703e', 'hex')

  test('the charset of the part, of the page, or none', async () => {
    for (const type of ['text/html; charset=gb2312', 'text/html'])
      expect(textsOf(await read(multipart([part(type, 'base64', base64(gbk))])))).toEqual(['政务公开'])
    const wrong = part('text/html; charset=us-ascii', 'quoted-printable', quoted(Buffer.from(page)))
    expect(textsOf(await read(multipart([wrong])))).toEqual(['政务公开'])
  })

  test('the part named as the start, else the first page', async () => {
    const first = part('text/html', '7bit', '<p>frame</p>', `${CRLF}Content-ID: <a>`)
    const second = part('text/html', '7bit', '<p>main</p>', `${CRLF}Content-ID: <B>`)
    expect(textsOf(await read(multipart([picture, first, second])))).toEqual(['frame'])
    expect(textsOf(await read(multipart([first, second], `;${CRLF}\tstart="<b>"`)))).toEqual(['main'])
  })

  test('parts inside parts, and a message that is the page itself', async () => {
    const inner = lines(
      'Content-Type: multipart/alternative; boundary=inner',
      '',
      '--inner',
      part('text/plain', '7bit', 'plain'),
      '--inner',
      part('text/html', '7bit', '<p>rich</p>'),
      '--inner--',
    )
    expect(textsOf(await read(multipart([inner])))).toEqual(['rich'])
    const alone = lines('MIME-Version: 1.0', part('text/html', 'quoted-printable', '<p>a=3D=\r\nb</p>'))
    expect(textsOf(await read(alone))).toEqual(['a=b'])
  })

  test('losses of the page and of its encoding are handed on', async () => {
    const lossy = part(
      'text/html; charset=utf-8',
      '8bit',
      Buffer.from('<p>收\ufffd<img></p>').toString('latin1'),
    )
    expect(codesOf(await read(multipart([lossy])))).toEqual(['characters-unreadable', 'picture-dropped'])
  })
})

describe('refusals', () => {
  const html = part('text/html', '7bit', '<p>x</p>')
  test('no page, a page cut short, no content', async () => {
    await expectProblem(read(multipart([picture])), 'file-damaged')
    await expectProblem(read(multipart([html]).slice(0, -22)), 'file-damaged')
    await expectProblem(read('MIME-Version: 1.0\r\nContent-Type: text/html'), 'file-damaged')
  })

  test('what follows the page may be cut short', async () => {
    expect(textsOf(await read(multipart([html, picture]).slice(0, -60)))).toEqual(['x'])
  })

  test('more than any page, in bounded time', async () => {
    const started = cpuTime()
    await expectProblem(read(multipart(Array<string>(20_000).fill(lines('A: b', '', 'x')))), 'file-damaged')
    const nested = lines('Content-Type: multipart/related; boundary="----=_Next.1"', '', '')
    await expectProblem(read(multipart(Array<string>(3000).fill(nested))), 'file-damaged')
    const long = part('text/html', '7bit', `<p>${'x'.repeat(limits.textFileBytes + 1)}</p>`)
    await expectProblem(read(multipart([long])), 'too-large')
    expect(cpuTime() - started).toBeLessThan(8_000)
  })
})
