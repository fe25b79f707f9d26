import type { Row, SeriesColumn } from './column.ts'
import type { Roster } from './roster/roster.ts'

const text = (name: string, zh: string, en: string): SeriesColumn => ({
  name,
  kind: 'text',
  label: { zh, en },
})

/** The roster as a table. */
export const unitColumns: readonly SeriesColumn[] = [
  { ...text('unit', '单位编号', 'Unit, permanent'), required: true },
  { ...text('name', '名称', 'Name'), required: true },
  text('aliases', '别名（JSON）', 'Other names as JSON: name, since, until'),
  text('parent', '上级单位编号', 'Parent unit'),
  text('kind', '类别', 'Kind of unit'),
  text('level', '层级', 'Level'),
  { ...text('since', '起始日期', 'First day'), time: 'day' },
  { ...text('until', '终止日期', 'Last day'), time: 'day' },
  text('successor', '承接单位编号', 'Unit it went into'),
  text('due', '报送期限（月-日）', 'Month and day by which its report is due'),
  text('scope', '统计口径', 'Scope: own, wholeArea or unknown'),
  text('path', '上传文件夹', 'Folder of its uploads'),
]

/** Its rows, in the order of its lines. */
export function* unitRows({ units }: Roster): Iterable<Row> {
  for (const { line: _line, aliases, ...unit } of units.values())
    yield { ...unit, aliases: JSON.stringify(aliases) }
}
