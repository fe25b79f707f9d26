import { converter } from '../../../../lib/model/version.ts'
import { outputs } from '../../../../lib/writers/index.ts'
import { jobDeadlineMs, workerHeapMb } from '../../pool/limits.ts'
import type { Manual, Option } from '../../terminal/options.ts'
import { widthOf } from '../../terminal/width.ts'
import { manuals } from './index.ts'

const valueShown = (option: Option): string => {
  if (option.kind === 'switch') return ''
  if (option.kind === 'choice') return ` ${option.of.join('|')}`
  if (option.kind === 'choices') return ` ${option.of.join(',')}`
  return option.kind === 'day' ? ' 2025-02-01' : ` ${option.value}`
}

const isSeveral = (option: Option): boolean => option.kind === 'text' && option.several === true

/** The first line of a command: what has to be given, then what may be. */
const usageOf = ({ name, operands, needs = [], options }: Manual): string => {
  const needed = needs.map(option => `--${option}${valueShown(options[option]!)}`)
  const more = Object.keys(options).length > needs.length ? ['[选项]'] : []
  return ['gongkai', name, ...(operands ? [operands.shown] : []), ...needed, ...more].join(' ')
}

const optionLines = (options: Manual['options']): readonly string[] => {
  const heads = Object.entries(options).map(
    ([name, option]) => [`--${name}${valueShown(option)}${isSeveral(option) ? ' …' : ''}`, option] as const,
  )
  const fitting = heads.map(([head]) => widthOf(head)).filter(width => width <= 28)
  const indent = Math.max(0, ...fitting) + 4
  return heads.flatMap(([head, { about }]) => {
    const fits = widthOf(head) + 4 <= indent
    const blank = ' '.repeat(indent)
    const first = fits
      ? [`  ${head}${' '.repeat(indent - 2 - widthOf(head))}${about.zh}`]
      : [`  ${head}`, blank + about.zh]
    return [...first, blank + about.en]
  })
}

const titled = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines]

/** All of one command. */
export const manualPage = (manual: Manual): readonly string[] => [
  usageOf(manual),
  '',
  `${manual.summary.zh}。`,
  `${manual.summary.en}.`,
  ...(manual.about ?? []).flatMap(({ zh, en }) => ['', zh, en]),
  ...(manual.name === 'convert'
    ? [
        '',
        `每个文件至多 ${jobDeadlineMs / 1000} 秒、${workerHeapMb} MB 内存。`,
        `At most ${jobDeadlineMs / 1000} seconds and ${workerHeapMb} MB of memory for each file.`,
      ]
    : []),
  ...titled('选项 options', optionLines(manual.options)),
  ...titled(
    '例 examples',
    (manual.examples ?? []).flatMap(([line, { zh, en }]) => [`  ${line}`, `      ${zh} (${en})`]),
  ),
  ...titled(
    '退出码 exit codes',
    (manual.exits ?? []).map(([code, { zh, en }]) => `  ${code}  ${zh} (${en})`),
  ),
]

/** All commands, a few lines each. */
export const overviewPage = (): readonly string[] => [
  `gongkai ${converter.version}`,
  `把《政府信息公开工作年度报告》转换为经过核对的数据（${outputs.map(({ label }) => label.zh).join('、')}）。`,
  'Turns annual reports on government information disclosure into checked data.',
  '',
  ...manuals.flatMap(manual => [
    `  ${usageOf(manual)}`,
    `      ${manual.summary.zh}`,
    `      ${manual.summary.en}`,
  ]),
  '',
  '每个命令的选项和例子：gongkai help <命令> (options and examples of a command)',
  '退出码 exit codes: 0 一切正常 (all well)  1 报告有问题 (something is wrong with reports)',
  '                   2 用法有误或没有做成 (wrong usage, or not done)  130 按 Ctrl-C 停止 (stopped)',
]

export const manualOf = (name: string): Manual | null => manuals.find(manual => manual.name === name) ?? null
