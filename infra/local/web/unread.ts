import type { Duplex } from 'node:stream'
import { errorJson } from '../../../lib/model/error-json.ts'

/** Of what is no request at all: Node's own answer says nothing, and most often there is Chinese in an address as it stands. */

const statuses: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

export const unreadCode = 'request-unreadable'

const error = errorJson(
  unreadCode,
  {
    zh: '请求读不懂：地址里有没有转成 %E6 写法的中文或空格，或者请求不完整。',
    en: 'The request cannot be read: its address has Chinese or spaces that are not percent-encoded, or it is not whole.',
  },
  {
    zh: '请把参数转码；curl 请用 --url-query "name=报告.docx"（7.87 以上）。',
    en: 'Percent-encode the parameters; with curl by --url-query "name=报告.docx" (7.87 or later).',
  },
)

/** Answers what could not be read, and ends the connection. */
export const sayUnread = ({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void => {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const body = JSON.stringify(error)
  const lines = [
    `HTTP/1.1 ${statuses[code] ?? '400 Bad Request'}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...['Cache-Control: no-store', 'Connection: close', '', body],
  ]
  socket.end(lines.join('\r\n'))
}
