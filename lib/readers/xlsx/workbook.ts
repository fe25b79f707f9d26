import { isOwnName, type NamedPlace } from '../../model/own-workbook.ts'
import { limits } from '../limits.ts'
import { relationshipsOf, type VisitPart } from '../package/parts.ts'
import { damaged, notReadable } from './refusals.ts'

export interface SheetPart {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}

export interface Workbook {
  /** The names our own workbook gives its places; none in another. */
  readonly ownNames: readonly NamedPlace[]
  readonly sheets: readonly SheetPart[]
  readonly styles: string | undefined
  readonly sharedStrings: string | undefined
  /** Days are counted from 1904, as on old Macs. */
  readonly from1904: boolean
}

/** Finds the sheets of a workbook in their order. Throws Problem. */
export const readWorkbook = (visit: VisitPart): Workbook => {
  const main = relationshipsOf(visit, '').find(({ kind }) => kind === 'officeDocument')?.part
  if (main === undefined) throw damaged('其中没有工作簿', 'it has no workbook part')
  if (/\.bin$/i.test(main)) throw notReadable()
  const related = relationshipsOf(visit, main)
  const parts = new Map(related.filter(({ kind }) => kind === 'worksheet').map(({ id, part }) => [id, part]))
  const sheets: SheetPart[] = []
  const ownNames: NamedPlace[] = []
  let defined: { name: string; reference: string } | null = null
  let from1904 = false
  let seen = false
  visit(main, {
    open: (name, value) => {
      if (name === 'x:workbook') seen = true
      else if (name === 'x:workbookPr') from1904 = /^(?:1|true)$/.test(value('date1904') ?? '')
      else if (name === 'x:sheet') {
        // Chart sheets have no part of this kind: they hold no table.
        const part = parts.get(value('r:id') ?? '')
        const state = value('state') ?? 'visible'
        if (part !== undefined) sheets.push({ name: value('name') ?? '', hidden: state !== 'visible', part })
      } else if (
        name === 'x:definedName' &&
        isOwnName(value('name') ?? '') &&
        ownNames.length < limits.xlsx.ownNames
      ) {
        defined = { name: value('name')!, reference: '' }
        ownNames.push(defined)
      }
      return undefined
    },
    close: name => {
      if (name === 'x:definedName') defined = null
    },
    text: data => {
      if (defined) defined.reference += data
    },
  })
  if (!seen || sheets.length === 0) throw damaged('其中没有工作表', 'it has no sheets')
  if (sheets.length > limits.xlsx.sheets) throw damaged('工作表过多', 'it has too many sheets')
  const partOf = (wanted: string) => related.find(({ kind }) => kind === wanted)?.part
  return { sheets, ownNames, styles: partOf('styles'), sharedStrings: partOf('sharedStrings'), from1904 }
}
