import { formKeys } from '../../forms/form.ts'
import { asRead, cellsOf } from '../../model/figures-of.ts'
import { cellName, tableName } from '../../model/form-words.ts'
import type { Message } from '../../model/message.ts'
import { defineCheck } from '../define-check.ts'
import { listOf } from '../wording.ts'

const names: Readonly<Record<string, Message>> = {
  'U+00A0': { zh: '不间断空格', en: 'no-break space' },
  'U+00AD': { zh: '软连字符', en: 'soft hyphen' },
  'U+200B': { zh: '零宽空格', en: 'zero-width space' },
  'U+200C': { zh: '零宽不连字符', en: 'zero-width non-joiner' },
  'U+200D': { zh: '零宽连字符', en: 'zero-width joiner' },
  'U+2060': { zh: '零宽连接符', en: 'word joiner' },
  'U+FEFF': { zh: '字节顺序标记', en: 'byte order mark' },
}

const nameOf = (code: string): Message => {
  const name = names[code] ?? { zh: '看不见的字符', en: 'invisible character' }
  return { zh: `${name.zh} ${code}`, en: `${name.en} ${code}` }
}

export const invisibleCharacters = defineCheck({
  id: 'invisible-characters',
  severity: 'warning',
  title: { zh: '数字中夹有看不见的字符', en: 'Invisible characters inside a number' },
  explanation: {
    zh: '数字中间夹有零宽字符、软连字符或不间断空格，眼睛看不见，其他系统读到的却不是一个数。已按看到的数字读取。每张表合为一条。',
    en: 'Zero-width characters, soft hyphens or no-break spaces stand between the digits: no eye sees them, and other systems read no number there. The figure was read as it is seen. One finding per table.',
  },
  source: '本项目 (ours): 数字读得准确，或者说明读不准确',
  find: report =>
    formKeys.flatMap(form => {
      const found = cellsOf(report, form).flatMap(({ key }) => {
        const figure = report.figures.get(key)
        return figure?.invisible ? [{ key, value: asRead(figure).value, codes: figure.invisible }] : []
      })
      if (found.length === 0) return []
      const table = tableName(form)
      const codes = listOf([...new Set(found.flatMap(each => each.codes))].map(nameOf))
      const places = listOf(
        found.map(({ key, value }) => {
          const name = cellName(report, key)
          return { zh: `${name.zh}读作 ${value}`, en: `${name.en} read as ${value}` }
        }),
      )
      return [
        {
          message: {
            zh: `${table.zh}有 ${found.length} 格的数字中夹有看不见的字符（${codes.zh}）：${places.zh}。已按看到的数字读取，请删去这些字符，重新键入数字。`,
            en: `In ${table.en} ${found.length} numbers hold characters that cannot be seen (${codes.en}): ${places.en}. They were read as they are seen; type the numbers anew.`,
          },
          cells: found.map(({ key }) => key),
        },
      ]
    }),
})
