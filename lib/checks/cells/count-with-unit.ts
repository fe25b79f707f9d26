import { formKeys } from '../../forms/form.ts'
import { cellsOf, isAsRead, isEntered } from '../../model/figures-of.ts'
import { cellName, tableName } from '../../model/form-words.ts'
import type { Message } from '../../model/message.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { listOf, quoted } from '../wording.ts'

/** 万件, 千: what is printed is not the number itself. */
const scales = (unit: string | undefined): boolean => /[十百千万亿]/u.test(unit ?? '')

const placesOf = (report: Report, keys: readonly string[]): Message =>
  listOf(
    keys.map(key => {
      const name = cellName(report, key)
      const figure = report.figures.get(key)
      const printed = quoted(figure?.text ?? '', 20)
      const read = scales(figure?.printedUnit)
      return {
        zh: `${name.zh}填 ${printed}${read ? `，即 ${figure!.value}` : ''}`,
        en: `${name.en} is ${printed}${read ? `, that is ${figure!.value}` : ''}`,
      }
    }),
  )

export const countWithUnit = defineCheck({
  id: 'count-with-unit',
  severity: 'warning',
  doubtsReading: true,
  title: { zh: '件数印有单位', en: 'A unit printed beside a count' },
  explanation: {
    zh: '件数格只填数字。印有“个”“件”等单位的，已取其数字（提示）；格内、列名、行名或表旁印有“千件”“万件”的，已换算为件（警告）。每张表、每种单位合为一条。',
    en: 'Count cells hold the number alone. A printed 个 or 件 was left out of the figure (info); under 千件 or 万件, wherever it stands, the figure was converted to single items (warning). One finding per table and unit.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap((form): readonly FindingDraft[] => {
      const keys = cellsOf(report, form)
        .filter(({ key, column }) => column.unit === undefined && report.figures.get(key)?.printedUnit)
        .map(({ key }) => key)
      const unitAt = (key: string) => report.figures.get(key)!.printedUnit!
      const plain = keys.filter(key => !scales(unitAt(key)) && isAsRead(report.figures.get(key)))
      const scaled = Map.groupBy(
        keys.filter(key => scales(unitAt(key)) && !isEntered(report, key)),
        unitAt,
      )
      const table = tableName(form)
      const told = placesOf(report, plain)
      return [
        ...(plain.length === 0
          ? []
          : [
              {
                severity: 'info' as const,
                message: {
                  zh: `${table.zh}件数格内印有单位：${told.zh}。已取其数字，建议只填数字。`,
                  en: `In ${table.en} count cells carry a unit: ${told.en}. The number was taken; better without the unit.`,
                },
                cells: plain,
              },
            ]),
        ...[...scaled].map(([unit, cells]) => {
          const places = placesOf(report, cells)
          return {
            message: {
              zh: `${table.zh}有 ${cells.length} 格以“${unit}”为单位，已换算：${places.zh}。表式以件、项计，请核对并改填实际件数。`,
              en: `In ${table.en} ${cells.length} cells are counted in “${unit}” and were converted: ${places.en}. The form counts single items: check, and print the full numbers.`,
            },
            cells,
          }
        }),
      ]
    }),
})
