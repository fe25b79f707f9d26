import { personalData } from '../../../../lib/checks/formalities/personal-data.ts'
import { readReportJson } from '../../results/read-report-json.ts'
import type { Site } from '../site.ts'
import type { Told } from './originals.ts'

/** Words of so many places are looked for on the pages: more findings nobody reads one by one. */
const mostQuotes = 500

/** What the report of a file tells whoever shows its pages: words that findings quote, and whether it has numbers of persons. */
export type ToldOfPages = Told & { readonly quotes: readonly string[] }

export const nothingTold: ToldOfPages = { quotes: [], personal: false }

export const toldOf = async (key: string, site: Site): Promise<ToldOfPages> => {
  const json = await readReportJson(site.board.get(key)?.result?.files.json, site.outputs)
  if (!json) return nothingTold
  const quotes = json.findings.flatMap(({ evidence }) => evidence.map(({ quote }) => quote))
  return {
    quotes: [...new Set(quotes)].slice(0, mostQuotes),
    personal:
      json.findings.some(({ check }) => check === personalData.id) ||
      Object.values(json.figures).some(({ unproven }) => unproven?.readings.some(({ withheld }) => withheld)),
  }
}
