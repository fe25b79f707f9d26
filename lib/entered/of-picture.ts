import { cellName } from '../model/form-words.ts'
import type { Message } from '../model/message.ts'
import type { EnteredFigure, Figure, Report } from '../model/report.ts'

/** What a person read off the picture of a cell of a scan, beside what is known of that cell now. */

/** Whether it is what is known without it: proven since, whatever the picture. */
export const isSettled = (figure: Figure | undefined, { crop, value, dash }: EnteredFigure): boolean =>
  crop !== undefined && !dash && figure?.evidence !== undefined && figure.value === value

/** What stands against it, as a sentence; null where it was read off this very picture, or off no picture. */
export const pictureProblem = (
  report: Pick<Report, 'editions' | 'figures'>,
  { cell, crop, value, dash }: EnteredFigure,
): Message | null => {
  const figure = report.figures.get(cell)
  if (crop === undefined || crop === figure?.unproven?.crop) return null
  const name = cellName(report, cell)
  if (figure?.evidence)
    return {
      zh: `${name.zh}录入的是${value !== null ? ` ${value}` : dash ? '横线' : '空白'}，重新读取后由勾稽关系证实为${figure.value === null ? '空白' : ` ${figure.value}`}。请对照原件；录入的为准的，请再录入一次。`,
      en: `${name.en}: ${value ?? (dash ? 'a dash' : 'a blank')} was typed in, and read again the sums prove ${figure.value ?? 'a blank'}. Look at the original, and type it in again where that is right.`,
    }
  return {
    zh: `${name.zh}的图像与录入时不同，录入的数是照另一图像读的。请照现在的图像再录入一次。`,
    en: `${name.en}: the picture of the cell is another one than it was read off. Read it off the picture of now.`,
  }
}
