import { join } from 'node:path'
import type { SeasonJson } from '../../../lib/series/season-contract.ts'
import { printable } from '../terminal/width.ts'
import type { WrittenSeason } from './write-season.ts'

/** Findings and uploads shown in the terminal; all are in the files. */
const most = 20

const reasons: Readonly<Record<SeasonJson['leftOut'][number]['reason'], string>> = {
  rejected: '未受理 (refused)',
  failed: '未能转换 (not converted)',
  damaged: '结果已损坏，请用 gongkai replay 重做 (damaged; gongkai replay makes it anew)',
  'old-schema': '由旧版程序转换，请用 gongkai replay 重做 (by an old program; gongkai replay)',
}

const some = (lines: readonly string[]): readonly string[] =>
  lines.length <= most
    ? lines
    : [...lines.slice(0, most), `  …另有 ${lines.length - most} 条 (more, in the files)`]

/** A season as a clerk reads it in a terminal. */
export const seasonLines = ({ folder, json }: WrittenSeason, out: string): readonly string[] => {
  const { counts, findings, leftOut, year, asOf } = json
  const open = findings.filter(({ decision, severity }) => !decision && severity === 'warning')
  return [
    `${year} 年度，截至 ${asOf}：应报 ${counts.expected}，已报 ${counts.reported}，未报 ${counts.expected - counts.reported} (expected, reported, missing)`,
    `警告 ${counts.warnings}，提示 ${counts.infos}，已有决定 ${counts.decided}；未对应单位的文件 ${counts.unplaced} (warnings, infos, decided; files of nobody known)`,
    ...some(open.map(({ message }) => `  ${printable(message.zh)}`)),
    ...some(
      leftOut
        .filter(({ newest }) => newest)
        .map(({ key, reason }) => `  未计入 (left out) ${printable(key)}：${reasons[reason]}`),
    ),
    `结果 (results)：${printable(join(out, folder))}`,
  ]
}
