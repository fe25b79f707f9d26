import { join } from 'node:path'
import type { SeasonTroubleTold } from '../season/season-trouble.ts'
import type { SeasonShown } from '../season/seasons-shown.ts'
import { printable } from '../terminal/width.ts'

/** Lines of a list shown in the terminal; the page and `gongkai season` show all. */
const most = 20

/** A season that was made, as a line of the terminal. */
export const madeLine = ({ year, expected, reported, warnings, folder }: SeasonShown, out: string): string =>
  `年报季 ${year}：应报 ${expected}，已报 ${reported}，未报 ${expected - reported}，警告 ${warnings} (season: expected, reported, missing, warnings)  ${printable(join(out, folder))}`

/** Why none was made. */
export const troubleLines = ({ sentence, lines }: SeasonTroubleTold): readonly string[] => [
  `年报季：${printable(sentence.zh)} (season: ${printable(sentence.en)})`,
  ...lines.slice(0, most).map(({ zh, en }) => `  ${printable(zh)} (${printable(en)})`),
  ...(lines.length > most ? [`  …另有 ${lines.length - most} 处 (more)`] : []),
]
