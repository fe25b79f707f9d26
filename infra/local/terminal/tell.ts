import { type ErrorJson, errorJson } from '../../../lib/model/error-json.ts'
import type { Message } from '../../../lib/model/message.ts'
import type { Trouble } from './trouble.ts'
import { printable } from './width.ts'

/** Of a command that did not do what was asked. */
export const troubleCode = 2

const helpOf = (command: string | null): Message => {
  const help = command === null ? 'gongkai help' : `gongkai help ${command}`
  return { zh: `用法见 ${help}`, en: `See ${help}` }
}

const remedyFor = ({ remedy }: Trouble, command: string | null): Message => remedy ?? helpOf(command)

/** After a full stop of its own Chinese takes no blank. */
const joined = (sentence: string, remedy: string): string =>
  remedy === '' || /[。？：]$/u.test(sentence) ? sentence + remedy : `${sentence}；${remedy}`

/** For people: Chinese first, English below; what is wrong line by line is indented. */
export const troubleLines = (trouble: Trouble, command: string | null): readonly string[] => {
  const { sentence, lines } = trouble
  const { zh, en } = remedyFor(trouble, command)
  const name = command === null ? 'gongkai' : `gongkai ${command}`
  return [
    `${name}: ${printable(joined(sentence.zh, zh))}`,
    ...lines.map(line => `  ${printable(`${line.zh} (${line.en})`)}`),
    `${name}: ${printable(`${sentence.en} ${en}`.trim())}`,
  ]
}

/** For programs: `gongkai.error/1`. */
export const troubleJson = (trouble: Trouble, command: string | null): ErrorJson => {
  const { code, sentence, lines } = trouble
  const all = (language: keyof Message) =>
    [sentence, ...lines].map(message => printable(message[language])).join('\n')
  return {
    ...errorJson(code, { zh: all('zh'), en: all('en') }, remedyFor(trouble, command)),
    exitCode: troubleCode,
  }
}

const causes = (error: unknown): readonly string[] =>
  error instanceof Error ? [error.stack ?? error.message, ...causes(error.cause)] : []

/** Where it happened, for who asks for it by GONGKAI_DEBUG=1. */
export const debugLines = (error: unknown): readonly string[] =>
  process.env['GONGKAI_DEBUG'] === '1'
    ? causes(error).flatMap(stack => stack.split('\n').map(line => printable(line)))
    : []

/** Tells people on stderr why a command did not do what was asked, and a program on stdout, where it reads JSON there. */
export const tellTrouble = (trouble: Trouble, command: string | null, json: boolean): void => {
  if (json) console.log(JSON.stringify(troubleJson(trouble, command)))
  for (const line of [...troubleLines(trouble, command), ...debugLines(trouble)]) console.error(line)
}
