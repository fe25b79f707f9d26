import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Real public reports with answer keys, and inputs that failed, lie beside the checkout; they are not ours to ship. */
export const realReports = fileURLToPath(new URL('../../../shared/reports/', import.meta.url))
export const hasRealReports = existsSync(realReports)

export interface Key {
  readonly authority: string
  readonly year: number
  readonly files: readonly string[]
  readonly editions: Readonly<Record<string, string>>
  readonly verdict: string | null
  readonly findings: readonly {
    readonly check: string
    readonly severity: string
    readonly cells?: readonly string[]
    readonly expected?: number
    readonly actual?: number
  }[]
  readonly mustNotBreak: readonly string[]
  readonly figures: Readonly<Record<string, number | null>>
  readonly note?: string
}

export const keys: readonly Key[] = hasRealReports
  ? readdirSync(realReports)
      .filter(name => name.endsWith('.key.json'))
      .map(name => JSON.parse(readFileSync(realReports + name, 'utf8')) as Key)
  : []
