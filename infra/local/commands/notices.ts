import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dayInChina } from '../../../lib/series/newest.ts'
import type { Roster } from '../../../lib/series/roster/roster.ts'
import { readDesk, unreadSentence } from '../desk/desk.ts'
import { sampleHashes } from '../desk/samples.ts'
import { codeOf } from '../disk/error-code.ts'
import { folderStore } from '../disk/folder-store.ts'
import { demandFolders } from '../lock/for-command.ts'
import { type Letter, lettersOf, listOfLetters } from '../notices/letters.ts'
import { seasonFindingsIn } from '../notices/season-findings.ts'
import { readTemplateFile, type Template, templateIn } from '../notices/template-file.ts'
import { openBoard } from '../results/board.ts'
import { judgeAt } from '../results/judge.ts'
import { listResults } from '../results/listing.ts'
import { findLists } from '../season/find-lists.ts'
import { readLists } from '../season/read-lists.ts'
import { SeasonTrouble } from '../season/season-trouble.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { printable } from '../terminal/width.ts'
import { dayOf, wholeNumber } from './options.ts'

const options = {
  from: { type: 'string', default: 'outbox' },
  out: { type: 'string' },
  year: { type: 'string' },
  roster: { type: 'string' },
  season: { type: 'string' },
  template: { type: 'string' },
  office: { type: 'string' },
  due: { type: 'string' },
} as const

const parse = (args: readonly string[]) => {
  const { values } = parseArgs({ args: [...args], options })
  if (!values.out)
    throw new UsageError(
      'notices: 请用 --out 指定放通知的文件夹 (--out is missing: a folder for the letters)',
    )
  const from = resolve(values.from)
  return {
    from,
    out: resolve(values.out),
    year: wholeNumber('--year', values.year, 2008, 2100),
    roster: values.roster === undefined ? null : resolve(values.roster),
    season: resolve(values.season ?? join(dirname(from), 'season')),
    template: values.template,
    sending: {
      office: values.office?.trim() || null,
      due: values.due === undefined ? null : dayOf('--due', values.due),
      date: dayInChina(new Date().toISOString())!,
    },
  }
}

/** The roster given, or the one that lies beside the results, as for the service. */
const rosterFor = async (from: string, given: string | null): Promise<Roster | null> => {
  const lists = given === null ? await findLists(dirname(from), null) : { roster: given, decisions: null }
  return lists && (await readLists({ ...lists, decisions: null })).roster
}

const templateFor = async (from: string, given: string | undefined): Promise<string> => {
  const read = given === undefined ? templateIn(dirname(from)) : readTemplateFile(given)
  const template: Template = await read.catch(error => {
    if (codeOf(error) === '') throw error
    throw new UsageError(
      `notices: 读不了模板 ${given ?? ''}（${codeOf(error)}） (the template cannot be read)`,
    )
  })
  const { problems } = template
  if (problems.length === 0) return template.text
  const lines = problems.map(({ line, message }) => `  第 ${line} 行 ${message.zh} (${message.en})`)
  throw new UsageError(['notices: 模板需要改正，没有写出通知 (the template is wrong)', ...lines].join('\n'))
}

const write = async (out: string, letters: readonly Letter[]): Promise<void> => {
  await mkdir(out, { recursive: true })
  for (const letter of letters) {
    await writeFile(join(out, `${letter.name}.docx`), await letter.docx())
    await writeFile(join(out, `${letter.name}.txt`), letter.text())
  }
  await writeFile(join(out, '通知清单.csv'), listOfLetters(letters))
}

const lettersFor = async (asked: ReturnType<typeof parse>): Promise<readonly Letter[]> => {
  const { from, year, sending } = asked
  const roster = await rosterFor(from, asked.roster)
  const template = await templateFor(from, asked.template)
  const outputs = folderStore(from)
  const desk = await readDesk(from)
  const unread = unreadSentence(desk)
  if (unread) console.error(printable(`${unread.zh} (${unread.en})`))
  const judge = judgeAt({ desk, samples: await sampleHashes(), roster: () => roster })
  const entries = openBoard(await listResults(outputs), judge)
    .entries()
    .filter(entry => entry.desk.standing !== 'sample' && (year === null || entry.result?.year === year))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const drafting = { outputs, desk, season: seasonFindingsIn(asked.season) }
  const letters: Letter[] = []
  for await (const letter of lettersOf(entries, drafting, sending, template)) letters.push(letter)
  return letters
}

/** `notices`: the letters that go back, into a folder. Gives the exit code: 0, also where there is nothing to write. */
export const noticesCommand = async (args: readonly string[]): Promise<number> => {
  const asked = parse(args)
  await demandFolders([asked.from])
  try {
    const letters = await lettersFor(asked)
    if (letters.length > 0) await write(asked.out, letters)
    console.log(
      letters.length > 0
        ? `${letters.length} 份退回通知写入 ${printable(asked.out)} (notices written)`
        : '没有需要退回更正的报告，没有写出通知 (nothing is to be sent back)',
    )
    return 0
  } catch (error) {
    if (!(error instanceof SeasonTrouble)) throw error
    const { sentence, lines } = error.told
    console.error(`notices: ${printable(sentence.zh)} (${printable(sentence.en)})`)
    for (const { zh, en } of lines) console.error(`  ${printable(zh)} (${printable(en)})`)
    return 2
  }
}
