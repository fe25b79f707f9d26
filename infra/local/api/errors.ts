import type { ServerResponse } from 'node:http'
import { type ErrorJson, errorJson } from '../../../lib/model/error-json.ts'
import type { Message } from '../../../lib/model/message.ts'
import { sendJson } from '../web/reply.ts'
import { unreadCode } from '../web/unread.ts'

/** A refusal of the interface, as it is answered. */
export interface Refusal {
  readonly status: number
  readonly error: ErrorJson
  readonly headers?: Readonly<Record<string, string>>
}

const again: Message = {
  zh: '请检查请求的地址和参数，见 /openapi.json。',
  en: 'Look at address and parameters; see /openapi.json.',
}
const later: Message = { zh: '请稍后再试。', en: 'Try again later.' }
const fromList: Message = {
  zh: '请从 /api/v1/reports 重新取得编号。',
  en: 'Take its id from /api/v1/reports again.',
}

/** Every refusal that is not about the contents of a file, by its code. Codes are permanent. */
const list = {
  'parameter-wrong': {
    status: 400,
    sentence: { zh: '参数有误', en: 'A parameter is wrong' },
    remedy: again,
  },
  'name-wrong': {
    status: 400,
    sentence: {
      zh: '参数 name 缺少，或不能用作文件名',
      en: 'The parameter name is missing, or no file can be called so',
    },
    remedy: {
      zh: '请用 name=文件名.docx 给出文件名，可以带文件夹，最多 8 级。',
      en: 'Give the name of the file as name=report.docx; folders may stand before it, at most 8 levels.',
    },
  },
  'name-left-alone': {
    status: 400,
    sentence: {
      zh: '这样命名的文件是临时文件或系统文件，不作为报告处理',
      en: 'A file of this name is a temporary one or one of the system, no report',
    },
    remedy: { zh: '请换成报告本来的文件名。', en: 'Give the report the name of a report.' },
  },
  'token-needed': {
    status: 401,
    sentence: { zh: '需要口令，或口令不对', en: 'The token is missing, or is not the right one' },
    remedy: {
      zh: '请加上请求头 Authorization: Bearer 口令；口令由部署这个服务的人给出。',
      en: 'Send the header Authorization: Bearer TOKEN; whoever runs this service has the token.',
    },
  },
  'foreign-request': {
    status: 403,
    sentence: {
      zh: '请求来自别的网页，或用了这个服务不认识的地址',
      en: 'The request comes from a page of another site, or under a name that is not that of this service',
    },
    remedy: {
      zh: '请用启动时显示的地址访问；经过代理时，启动时用 --public-url 给出对外的地址。',
      en: 'Use the address that is said at the start; behind a proxy, give the public one by --public-url.',
    },
  },
  'no-such-address': {
    status: 404,
    sentence: { zh: '没有这个地址', en: 'There is no such address' },
    remedy: again,
  },
  'no-such-report': {
    status: 404,
    sentence: {
      zh: '没有这个编号的文件，可能已被移走',
      en: 'There is no file with this id; it may have been taken away',
    },
    remedy: fromList,
  },
  'no-such-output': {
    status: 404,
    sentence: { zh: '这份文件没有这种结果', en: 'This file gave no such output' },
    remedy: {
      zh: '请先看 /api/v1/reports/编号：还没有完成的请等待，未受理的请看原因。',
      en: 'Look at /api/v1/reports/{id} first: it may not be done, or was refused for the reason said there.',
    },
  },
  'no-such-season': {
    status: 404,
    sentence: { zh: '没有这个年度的年报季', en: 'There is no season of this year' },
    remedy: {
      zh: '请看 /api/v1/seasons；收件文件夹旁边放一份名册，年报季就会自动做好。',
      en: 'Look at /api/v1/seasons; seasons are made by themselves once a roster lies beside the inbox.',
    },
  },
  'no-such-file': {
    status: 404,
    sentence: { zh: '年报季里没有这个文件', en: 'The season has no such file' },
    remedy: { zh: '请从 /api/v1/seasons/年度 取得路径。', en: 'Take its path from /api/v1/seasons/{year}.' },
  },
  'method-not-allowed': {
    status: 405,
    sentence: { zh: '这个地址不接受这种方法', en: 'This address does not take this method' },
    remedy: { zh: '可用的方法在响应头 Allow 里。', en: 'The methods it takes stand in the header Allow.' },
  },
  'type-wrong': {
    status: 415,
    sentence: {
      zh: '请求头 Content-Type 不是 application/octet-stream',
      en: 'The header Content-Type is not application/octet-stream',
    },
    remedy: {
      zh: '请直接发送文件内容，并加上 Content-Type: application/octet-stream，例如 curl --data-binary @文件 -H "Content-Type: application/octet-stream"。',
      en: 'Send the bytes of the file as they are, with Content-Type: application/octet-stream, as curl --data-binary @FILE -H "Content-Type: application/octet-stream" does.',
    },
  },
  'encoding-wrong': {
    status: 415,
    sentence: {
      zh: '正文经过压缩（Content-Encoding）',
      en: 'The body is packed (Content-Encoding)',
    },
    remedy: {
      zh: '请直接发送文件内容，不要加 Content-Encoding。',
      en: 'Send the bytes of the file as they are, without Content-Encoding.',
    },
  },
  fault: {
    status: 500,
    sentence: { zh: '服务出错了，这是我方的问题', en: 'Something went wrong on our side' },
    remedy: {
      zh: '请重试；仍然出错的，请看服务的输出。',
      en: 'Try again; if it stays so, look at what the service prints.',
    },
  },
  stopping: {
    status: 503,
    sentence: { zh: '服务正在停止，不再接收文件', en: 'The service is stopping and takes no more files' },
    remedy: later,
  },
  'no-room': {
    status: 507,
    sentence: {
      zh: '磁盘写不进去（已满，或不能写入），文件没有收下',
      en: 'The disk takes nothing now; the file was not taken',
    },
    remedy: { zh: '请腾出空间后重新提交。', en: 'Make room and send the file again.' },
  },
} as const satisfies Record<
  string,
  { readonly status: number; readonly sentence: Message; readonly remedy: Message }
>

export type RefusalCode = keyof typeof list

/** Codes with their statuses; with that of a file that is too large, which is told as everywhere, and of what is no request. */
export const refusals: readonly { readonly code: string; readonly status: number }[] = [
  ...Object.entries(list).map(([code, { status }]) => ({ code, status })),
  { code: 'too-large', status: 413 },
  { code: unreadCode, status: 400 },
]

/** `about`: what of the request is meant, put behind the sentence. */
export const refusal = (
  code: RefusalCode,
  about: string | Message = '',
  headers: Refusal['headers'] = {},
): Refusal => {
  const { status, sentence, remedy } = list[code]
  const { zh, en } = typeof about === 'string' ? { zh: about, en: about } : about
  const told = {
    zh: zh === '' ? `${sentence.zh}。` : `${sentence.zh}：${zh}。`,
    en: en === '' ? `${sentence.en}.` : `${sentence.en}: ${en}.`,
  }
  return { status, error: errorJson(code, told, remedy), headers }
}

export const sendRefusal = (response: ServerResponse, { status, error, headers }: Refusal): void => {
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
  sendJson(response, error, status)
}
