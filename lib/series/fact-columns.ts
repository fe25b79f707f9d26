import { formKeys } from '../forms/form.ts'
import { tableName } from '../model/form-words.ts'
import type { SeriesColumn } from './column.ts'

const text = (name: string, zh: string, en: string): SeriesColumn => ({
  name,
  kind: 'text',
  label: { zh, en },
})

const day = (column: SeriesColumn): SeriesColumn => ({ ...column, time: 'day' })

const instant = (column: SeriesColumn): SeriesColumn => ({ ...column, time: 'instant' })

const integer = (name: string, zh: string, en: string): SeriesColumn => ({
  name,
  kind: 'integer',
  label: { zh, en },
})

const required = (column: SeriesColumn): SeriesColumn => ({ ...column, required: true })

/** proactiveDisclosure → edition_proactive_disclosure. */
export const editionColumn = (form: string): string =>
  `edition_${form.replace(/[A-Z]/gu, letter => `_${letter.toLowerCase()}`)}`

/** What is known of one version of a report besides its figures. */
export const factColumns: readonly SeriesColumn[] = [
  required(text('key', '上传的文件（含路径）', 'Key of the upload, with its path')),
  required(text('version', '文件版本', 'Version of the upload')),
  required(text('sequencer', '版本次序', 'Orders the versions of one key')),
  instant(text('uploaded_at', '上传时间（ISO 8601）', 'When it was uploaded, ISO 8601')),
  instant(text('judged_at', '核对时间（ISO 8601）', 'When it was judged, ISO 8601')),
  text('run', '转换批次', 'Run of the conversion'),
  text('event_id', '事件编号', 'Id of its event'),
  required(text('sha256', '文件的 SHA-256', 'SHA-256 of the file')),
  required(text('file_name', '文件名', 'Name of the file')),
  required(text('format', '文件格式', 'Format of the file')),
  integer('year', '报告年度', 'Report year'),
  text('title', '标题', 'Title'),
  text('authority', '机关名称', 'Authority, its full name where printed'),
  text('authority_as_printed', '机关名称（标题所印）', 'Authority as the title prints it'),
  text('signed_by', '落款单位', 'Authority of the signature'),
  day(text('signed_on', '落款日期', 'Date of the signature')),
  ...formKeys.map(form =>
    text(
      editionColumn(form),
      `${tableName(form).zh}的表式版本`,
      `Edition of ${tableName(form).en}; null where not read`,
    ),
  ),
  required(text('verdict', '单份报告的结论', 'Verdict of the report alone')),
  required(integer('errors', '错误数', 'Findings of severity error')),
  required(integer('warnings', '警告数', 'Findings of severity warning')),
  required(integer('infos', '提示数', 'Findings of severity info')),
  text('figures_hash', '非零数字的指纹', 'Hash of the figures that are not zero; null where there is none'),
  required(
    integer(
      'distinct_values',
      '不同的非零数值个数（读取时有疑点的不计）',
      'How many different values other than zero were read without doubt',
    ),
  ),
  required(
    text(
      'growth_claims',
      '文字所述与上年的增减（JSON）',
      'Changes since last year that the text claims, as JSON',
    ),
  ),
  text(
    'text_signature',
    '文字的签名（最小哈希，64 组各两位十六进制）',
    'Signature of the text: 64 MinHash values of two hex digits; null where it is short',
  ),
  required(
    text(
      'speaks_as',
      '报告在自称处所写的其他名称（JSON）',
      'Names other than its own where the report names itself, as JSON: name, as, quote',
    ),
  ),
  required(text('findings', '发现（JSON）', 'Findings as JSON: id, severity, outcome')),
  required(
    text(
      'without_number',
      '没有数字的格（JSON）',
      'Cells without a number as JSON: key, state, printed text',
    ),
  ),
  required(
    text(
      'flagged',
      '发现涉及的数字（JSON）',
      'Cells whose number a finding of the report names, as JSON: key, checks; doubtful where it may not be the one printed',
    ),
  ),
  text(
    'doubtful',
    '读取时有疑点的数（按数据项的次序，每项一位，1 为有疑点）',
    'Numbers that may not be those printed: 1 or 0 for each figure, in the order of their columns; null where none is',
  ),
]

/** Whose report it was found to be. */
export const placeColumns: readonly SeriesColumn[] = [
  text('unit', '单位编号', 'Unit of the roster; null where it was not placed'),
  text('name', '单位名称', 'Name of the unit in the roster'),
  text('parent', '上级单位编号', 'Parent unit'),
  text('kind', '单位类别', 'Kind of unit'),
  text('level', '层级', 'Level'),
  text('scope', '统计口径', 'Scope: own, wholeArea or unknown'),
  text('matched_by', '对应依据', 'What told the unit: path, name, alias, signature, title, or a person'),
  day(
    text('first_uploaded_on', '首次上传日期（北京时间）', 'Day of its first upload for the year, in China'),
  ),
  integer('versions', '该年度报送的版本数', 'How many versions came for unit and year'),
  integer(
    'units_below',
    '其下级（含各层）已报该年度的单位数',
    'How many units below it, at any depth, reported for the year',
  ),
]
