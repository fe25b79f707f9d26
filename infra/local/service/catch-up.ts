import { setImmediate as breathe } from 'node:timers/promises'
import type { EnteredFigure, NamedReport } from '../../../lib/model/report.ts'
import type { Store } from '../../../lib/submission/ports.ts'
import type { ReportJson } from '../../../lib/writers/contract.ts'
import type { Desk } from '../desk/desk.ts'
import type { Board } from '../results/board.ts'
import { completed, needsMore } from '../results/complete.ts'
import type { Filed } from '../results/entry.ts'

export interface CatchUpPorts {
  readonly board: Board
  readonly outputs: Store
  readonly desk: Desk
  readonly again: (key: string) => void
  readonly isClosing: () => boolean
}

type Figures = ReportJson['figures']

const reportIn = async ({ result }: Filed, outputs: Store): Promise<ReportJson | null> => {
  const stored = result?.files.json ? await outputs.get(result.files.json).catch(() => null) : null
  return stored && (JSON.parse(new TextDecoder().decode(stored.bytes)) as ReportJson)
}

/** Figures that were typed in, as `cell value`, in order. */
const typedIn = (figures: Figures): readonly string[] =>
  Object.entries(figures)
    .flatMap(([cell, { entered, value, state }]) =>
      entered ? [`${cell} ${state === 'notApplicable' ? '—' : value}`] : [],
    )
    .toSorted()

/** The same of what is to count: what was read off a picture of a cell counts for that picture alone. */
const toCount = (figures: Figures, entered: readonly EnteredFigure[]): readonly string[] =>
  entered
    .filter(({ cell, crop }) => crop === undefined || crop === figures[cell]?.unproven?.crop)
    .map(({ cell, value, dash }) => `${cell} ${dash ? '—' : value}`)
    .toSorted()

/** Whose report a scan is by the report, and by what a person said of the picture of its title; empty where nobody did. */
const named = ({ authority, year, scan }: ReportJson['report']): string =>
  scan?.named ? `${year} ${authority}` : ''

const toBeNamed = ({ scan }: ReportJson['report'], said: NamedReport | null): string =>
  scan && said && (said.crop === undefined || said.crop === scan.title?.crop)
    ? `${said.year} ${said.authority}`
    : ''

/** Has judged again what a stop kept from it between a figure being entered, or taken back, and the report being judged by it. */
const judgeEntered = async ({ board, outputs, desk, again }: CatchUpPorts): Promise<void> => {
  const ever = new Set(
    desk.acts().flatMap(act => (act.kind === 'entered' || act.kind === 'named' ? [act.sha256] : [])),
  )
  if (ever.size === 0) return
  for (const filed of board.filed()) {
    const sha256 = filed.result?.sha256
    if (!sha256 || !ever.has(sha256)) continue
    const json = await reportIn(filed, outputs).catch(() => null)
    if (!json) continue
    const { figures, report } = json
    const known = [...typedIn(figures), named(report)]
    const said = [...toCount(figures, desk.enteredOf(sha256)), toBeNamed(report, desk.namedOf(sha256))]
    if (JSON.stringify(known) !== JSON.stringify(said)) again(filed.key)
  }
}

/** Reads from the reports what their receipts do not tell, one after another, behind all else. */
const completeAll = async ({ board, outputs, isClosing }: CatchUpPorts): Promise<void> => {
  for (const filed of board.filed().filter(needsMore)) {
    if (isClosing()) return
    const more = await completed(filed, outputs)
    // It may have come anew meanwhile.
    if (board.filedAs(filed.key)?.result === filed.result && more !== filed) {
      const now = board.filedAs(filed.key)!
      board.set({ ...now, result: more.result, ...(more.versions ? { versions: more.versions } : {}) })
    }
    await breathe()
  }
}

/** What is still to be done for the results that a start has found. Never throws. */
export const catchUp = async (ports: CatchUpPorts): Promise<void> => {
  await judgeEntered(ports).catch(error => console.error(error))
  await completeAll(ports).catch(error => console.error(error))
}
