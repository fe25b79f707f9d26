import type { Output, Writer } from './output.ts'

/**
 * Every file that a converted report gives, in the order in which people are shown them. One more is its writer and an
 * entry here: names, media types, receipts, events and links come from this list.
 */
const list = [
  {
    role: 'page',
    ending: 'html',
    mediaType: 'text/html; charset=utf-8',
    label: { zh: '网页', en: 'page' },
    word: { zh: '查看', en: 'View' },
    shown: true,
    writer: async (): Promise<Writer> => (await import('./page/index.ts')).writePage,
  },
  {
    role: 'workbook',
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: { zh: 'Excel 工作簿', en: 'workbook' },
    word: { zh: 'Excel', en: 'Excel' },
    writer: async (): Promise<Writer> => (await import('./workbook/index.ts')).writeWorkbook,
  },
  {
    role: 'json',
    ending: 'json',
    mediaType: 'application/json; charset=utf-8',
    label: { zh: 'JSON 数据', en: 'data' },
    word: { zh: 'JSON', en: 'JSON' },
    writer: async (): Promise<Writer> => (await import('./json.ts')).writeJson,
  },
  {
    role: 'csv',
    ending: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    label: { zh: 'CSV 数据表', en: 'table of figures' },
    word: { zh: 'CSV', en: 'CSV' },
    writer: async (): Promise<Writer> => (await import('./csv.ts')).writeCsv,
  },
] as const satisfies readonly Output[]

export type OutputRole = (typeof list)[number]['role']

export const outputs: readonly Output<OutputRole>[] = list

/** One value for each output. */
export const ofEachOutput = <T>(make: (output: Output<OutputRole>) => T): Readonly<Record<OutputRole, T>> =>
  Object.fromEntries(outputs.map(output => [output.role, make(output)])) as Record<OutputRole, T>

/** The media type of an output by its file's name; null for any other kind of file. */
export const mediaTypeOf = (name: string): string | null =>
  outputs.find(({ ending }) => name.toLowerCase().endsWith(`.${ending}`))?.mediaType ?? null
