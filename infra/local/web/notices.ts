import { dirname } from 'node:path'
import type { Message } from '../../../lib/model/message.ts'
import type { Sending } from '../../../lib/notices/notice.ts'
import { placeholders } from '../../../lib/notices/template.ts'
import { dayInChina } from '../../../lib/series/newest.ts'
import { type Drafting, draftOf } from '../notices/draft.ts'
import { type Letter, letterFrom, lettersOf, listOfLetters } from '../notices/letters.ts'
import { seasonFindingsIn } from '../notices/season-findings.ts'
import { keepTemplate, type Template, templateIn } from '../notices/template-file.ts'
import { bodyOf } from './acts.ts'
import { filterOf, matches } from './assets/filter.js'
import { ownHeader } from './guard.ts'
import { attachment, safeHeaders, send, sendJson, sendText } from './reply.ts'
import type { Route, Site } from './site.ts'
import { writeZip, type ZipFile } from './zip.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const today = (): string => dayInChina(new Date().toISOString())!

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/u.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toJSON().startsWith(text)

/** Office and day as the address gives them. */
const sendingOf = ({ searchParams }: URL): Sending => {
  const office = (searchParams.get('office') ?? '').trim().slice(0, 100)
  const due = searchParams.get('due') ?? ''
  return { office: office === '' ? null : office, due: isDay(due) ? due : null, date: today() }
}

const draftingOf = ({ outputs, atDesk, season }: Site): Drafting => ({
  outputs,
  desk: atDesk?.desk ?? { decisionsOf: () => new Map() },
  season: seasonFindingsIn(season ?? null),
})

const inTemplate = ({ problems: [first] }: Template): Message | null =>
  first
    ? {
        zh: `退回通知模板第 ${first.line} 行：${first.message.zh}请在“设置”里修改模板。`,
        en: `Line ${first.line} of the template: ${first.message.en}`,
      }
    : null

const nothingToWrite: Readonly<Record<'clean' | 'ours' | 'none', Message>> = {
  clean: {
    zh: '这份报告没有需要退回更正的问题，不必发退回通知。',
    en: 'There is nothing in this report to be sent back for.',
  },
  ours: {
    zh: '这份文件没有处理成功是我方的原因，不能据此退回；请把文件重新放入，或换一种格式再试。',
    en: 'This file failed for a reason of ours: it is not to be sent back.',
  },
  none: {
    zh: '没有这份报告，或者它已被更正件替代。',
    en: 'There is no such report, or another took its place.',
  },
}

/** The letter asked for by `key`, or why there is none. */
const letterAsked = async (url: URL, site: Site): Promise<Letter | Message> => {
  const template = await templateIn(dirname(site.inbox))
  const wrong = inTemplate(template)
  if (wrong) return wrong
  const entry = site.board.get(url.searchParams.get('key') ?? '')
  if (!entry) return nothingToWrite.none
  const draft = await draftOf(entry, draftingOf(site))
  return draft.kind === 'notice'
    ? letterFrom(entry, draft.notice, sendingOf(url), template.text)
    : nothingToWrite[draft.kind]
}

/** `GET /notices/text?key=`: the letter as text, `{ name, text }`, or `{ problem }`. */
export const noticeText: Route = async (_request, response, url, site) => {
  const letter = await letterAsked(url, site)
  if ('zh' in letter) return sendJson(response, { problem: letter }, 404)
  sendJson(response, { name: letter.name, text: letter.text() })
}

/** `GET /notices/docx?key=`: the same for Word. */
export const noticeDocx: Route = async (_request, response, url, site) => {
  const letter = await letterAsked(url, site)
  if ('zh' in letter) return sendText(response, 404, `${letter.zh} (${letter.en})`)
  const headers = attachment(`${letter.name}.docx`)
  send(response, { type: wordType, body: await letter.docx(), headers })
}

/** `GET /notices.zip?…filter`: the letters about all files that the filter lets through, and a list of them, also where it is empty. */
export const noticesZip: Route = async (_request, response, url, site) => {
  const template = await templateIn(dirname(site.inbox))
  const wrong = inTemplate(template)
  if (wrong) return sendText(response, 409, `${wrong.zh} (${wrong.en})`)
  const filter = filterOf(url.searchParams)
  const entries = site.board
    .entries()
    .filter(entry => entry.desk.standing !== 'sample' && matches(entry, filter))
  const letters: Letter[] = []
  for await (const letter of lettersOf(entries, draftingOf(site), sendingOf(url), template.text))
    letters.push(letter)
  const time = new Date()
  const list = new TextEncoder().encode(listOfLetters(letters))
  const files = letters.map((letter): ZipFile => ({ name: `${letter.name}.docx`, time, bytes: letter.docx }))
  response.writeHead(200, { ...safeHeaders('application/zip'), ...attachment('退回通知.zip') })
  await writeZip([{ name: '通知清单.csv', time, bytes: async () => list }, ...files], response)
  response.end()
}

/** `GET /api/notice-template`: the wording, whether it is the office's own, and what may stand in it. */
export const noticeTemplate: Route = async (_request, response, _url, { inbox }) =>
  sendJson(response, { ...(await templateIn(dirname(inbox))), placeholders })

/** `POST /api/notice-template` `{ text }`: keeps it if nothing is wrong with it; an empty one brings ours back. */
export const keepNoticeTemplate: Route = async (request, response, _url, { inbox }) => {
  if (request.headers[ownHeader] === undefined) return sendText(response, 403, 'forbidden')
  const { text } = ((await bodyOf(request)) ?? {}) as { readonly text?: unknown }
  if (!request.complete) response.setHeader('connection', 'close')
  if (typeof text !== 'string') return sendText(response, 400, '没有模板文字 (no text)')
  const template = await keepTemplate(dirname(inbox), text)
  sendJson(response, { ...template, placeholders }, template.problems.length > 0 ? 400 : 200)
}
