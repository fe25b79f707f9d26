import type { Manual } from '../../terminal/options.ts'

export const helpManual = {
  name: 'help',
  summary: { zh: '命令一览，或一个命令的用法', en: 'All commands, or all of one' },
  operands: {
    least: 0,
    most: 1,
    shown: '[命令]',
    wanted: { zh: '请给出一个命令。', en: 'Name one command.' },
  },
  options: {},
} as const satisfies Manual

export const versionManual = {
  name: 'version',
  summary: { zh: '显示版本', en: 'Prints the version' },
  options: {},
} as const satisfies Manual
