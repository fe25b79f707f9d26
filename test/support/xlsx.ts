import { strToU8, zipSync } from 'fflate'

/** Writes small Excel workbooks from the XML of their parts. */

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relationships = (list: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
const relationship = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`

export interface SheetXml {
  readonly name?: string
  readonly state?: string
  /** Rows and what stands beside `sheetData`. */
  readonly rows: string
  readonly before?: string
  readonly after?: string
}

export interface BookXml {
  readonly sheets: readonly SheetXml[]
  readonly strings?: string
  /** Format codes; a cell's style is its index, from 1. */
  readonly formats?: readonly string[]
  /** A font and a fill for the style after those of the formats. */
  readonly look?: { readonly font: string; readonly fill?: string }
  /** Differential styles, for conditional formats. */
  readonly differential?: string
  /** Borders beside the plain one; a cell's style is its index after that of `look`. */
  readonly borders?: readonly string[]
  readonly properties?: string
}

export const xlsxOf = ({
  sheets,
  strings,
  formats = [],
  look,
  properties = '',
  differential = '',
  borders = [],
}: BookXml): Uint8Array => {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([relationship('r', 'officeDocument', 'xl/workbook.xml')]),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index) => relationship(`s${index}`, 'worksheet', `worksheets/sheet${index}.xml`)),
      relationship('x', 'styles', 'styles.xml'),
      ...(strings === undefined ? [] : [relationship('t', 'sharedStrings', '/xl/sharedStrings.xml')]),
    ]),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}">${properties}<sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}" r:id="s${index}"${state ? ` state="${state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts>${formats
      .map(
        (code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
      )
      .join(
        '',
      )}</numFmts><fonts><font/><font>${look?.font ?? ''}</font></fonts><fills><fill/><fill>${look?.fill ?? ''}</fill></fills><borders><border/>${borders.map(border => `<border>${border}</border>`).join('')}</borders><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((_, index) => `<xf numFmtId="${200 + index}"/>`)
      .join(
        '',
      )}<xf fontId="1" fillId="1"/>${borders.map((_, index) => `<xf borderId="${index + 1}"/>`).join('')}</cellXfs><dxfs>${differential}</dxfs></styleSheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst ${main}>${strings}</sst>` }),
  }
  sheets.forEach(({ rows, before = '', after = '' }, index) => {
    parts[`xl/worksheets/sheet${index}.xml`] =
      `<worksheet ${main} xmlns:r="${office}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
  })
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}
