import { writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { dayInChina } from '../../../lib/series/newest.ts'
import type { Roster } from '../../../lib/series/roster/roster.ts'
import { readDesk, unreadSentence } from '../desk/desk.ts'
import { sampleHashes } from '../desk/samples.ts'
import { folderStore } from '../disk/folder-store.ts'
import { makeFolder } from '../disk/make-folder.ts'
import { demandFolders } from '../lock/for-command.ts'
import { type Letter, lettersOf, listOfLetters } from '../notices/letters.ts'
import { seasonFindingsIn } from '../notices/season-findings.ts'
import { readTemplateFile, type Template, templateIn } from '../notices/template-file.ts'
import { openBoard } from '../results/board.ts'
import { judgeAt } from '../results/judge.ts'
import { listResults } from '../results/listing.ts'
import { findLists } from '../season/find-lists.ts'
import { readLists } from '../season/read-lists.ts'
import { readOptions } from '../terminal/read-options.ts'
import { remedyOf, systemErrorOf, whyOf } from '../terminal/system-error.ts'
import { Trouble } from '../terminal/trouble.ts'
import { printable } from '../terminal/width.ts'
import { noticesManual } from './manual/notices.ts'

const parse = (args: readonly string[]) => {
  const { values } = readOptions(noticesManual, args)
  const from = resolve(values.from)
  return {
    from,
    out: resolve(values.out!),
    year: values.year,
    roster: values.roster === undefined ? null : resolve(values.roster),
    season: resolve(values.season ?? join(dirname(from), 'season')),
    template: values.template,
    sending: {
      office: values.office?.trim() || null,
      due: values.due ?? null,
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
    const system = systemErrorOf(error)
    if (!system) throw error
    const [path, why] = [given ?? system.path ?? '', whyOf(system.code)]
    throw new Trouble(
      'template-unread',
      { zh: `读不了模板 ${path}：${why.zh}。`, en: `The template ${path} cannot be read: ${why.en}.` },
      remedyOf(system.code),
    )
  })
  const { problems } = template
  if (problems.length === 0) return template.text
  throw new Trouble(
    'template-wrong',
    { zh: '模板需要改正，没有写出通知。', en: 'The template is wrong; no notice was written.' },
    { zh: '请改正以下各行：', en: 'Correct the lines above.' },
    {
      lines: problems.map(({ line, message }) => ({
        zh: `第 ${line} 行 ${message.zh}`,
        en: `line ${line}: ${message.en}`,
      })),
    },
  )
}

const write = async (out: string, letters: readonly Letter[]): Promise<void> => {
  await makeFolder(out)
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
  const letters = await lettersFor(asked)
  if (letters.length > 0) await write(asked.out, letters)
  console.log(
    letters.length > 0
      ? `${letters.length} 份退回通知写入 ${printable(asked.out)} (notices written)`
      : '没有需要退回更正的报告，没有写出通知 (nothing is to be sent back)',
  )
  return 0
}
