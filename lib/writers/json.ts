import type { Evidence, Finding, Repair } from '../checks/check.ts'
import type { Loss } from '../model/loss.ts'
import type { PagePlace } from '../model/picture.ts'
import type { Figure, Report } from '../model/report.ts'
import type { Source } from '../model/source.ts'
import type { ReportJson } from './contract.ts'
import type { JudgedReport } from './judged-report.ts'

type SourceJson = NonNullable<ReportJson['figures'][string]['source']>

const sourceJson = (source: Source | null | undefined): SourceJson | null =>
  (source ?? null) as SourceJson | null

const enteredJson = ({ by, at, reason, was }: NonNullable<Figure['entered']>) => ({
  by,
  at,
  reason,
  was: { value: was.value, state: was.state },
})

const placeJson = ({ page, box }: PagePlace) => ({ page, box: [...box] as [number, number, number, number] })

const evidenceOfFigure = (evidence: NonNullable<Figure['evidence']>) => ({
  ...placeJson(evidence),
  readers: [...evidence.readers],
  sums: [...evidence.sums],
})

const unprovenJson = (unproven: NonNullable<Figure['unproven']>) => ({
  ...placeJson(unproven),
  crop: unproven.crop,
  readings: unproven.readings.map(({ reader, family, text, confidence, withheld }) => ({
    reader,
    family,
    text,
    confidence,
    ...(withheld ? { withheld } : {}),
  })),
})

const figureJson = ({
  value,
  unit,
  state,
  text,
  source,
  evidence,
  unproven,
  entered,
}: Figure): ReportJson['figures'][string] => ({
  value,
  ...(unit ? { unit } : {}),
  state,
  text,
  source: sourceJson(source),
  ...(evidence ? { evidence: evidenceOfFigure(evidence) } : {}),
  ...(unproven ? { unproven: unprovenJson(unproven) } : {}),
  ...(entered ? { entered: enteredJson(entered) } : {}),
})

const evidenceJson = ({ section, paragraph, quote }: Evidence) => ({
  ...(section === undefined ? {} : { section }),
  ...(paragraph === undefined ? {} : { paragraph }),
  quote,
})

const repairJson = ({ cell, printed, value, settles }: Repair) => ({
  cell,
  printed,
  value,
  settles: [...settles],
})

const findingJson = (finding: Finding): ReportJson['findings'][number] => ({
  id: finding.id,
  check: finding.check,
  severity: finding.severity,
  outcome: finding.outcome,
  message: { zh: finding.message.zh, en: finding.message.en },
  cells: [...finding.cells],
  ...(finding.expected === undefined ? {} : { expected: finding.expected }),
  ...(finding.actual === undefined ? {} : { actual: finding.actual }),
  evidence: finding.evidence.map(evidenceJson),
  ...(finding.repair === undefined ? {} : { repair: finding.repair.map(repairJson) }),
  ...(finding.alternatives === undefined
    ? {}
    : { alternatives: finding.alternatives.map(way => way.map(repairJson)) }),
  ...(finding.determined === undefined
    ? {}
    : { determined: finding.determined.map(({ cell, value }) => ({ cell, value })) }),
  ...(finding.causedBy === undefined ? {} : { causedBy: finding.causedBy }),
})

const lossJson = ({ code, message, source }: Loss): ReportJson['losses'][number] => ({
  code,
  message: { zh: message.zh, en: message.en },
  source: sourceJson(source),
})

const scanJson = ({ pages, title, read, named }: NonNullable<Report['scan']>) => ({
  pages,
  ...(title ? { title: { ...placeJson(title), crop: title.crop } } : {}),
  read: { authority: read.authority, year: read.year },
  ...(named ? { named: { by: named.by, at: named.at } } : {}),
})

/** A judged report as the object of the contract `gongkai.report/2`; field order is part of it. */
export const reportJson = ({ report, findings, verdict, source, converter }: JudgedReport): ReportJson => ({
  schema: 'gongkai.report/2',
  converter: { name: converter.name, version: converter.version },
  source: { name: source.name, format: source.format, size: source.size, sha256: source.sha256 },
  report: {
    title: report.title,
    authority: report.authority,
    authorityAsPrinted: report.authorityAsPrinted,
    year: report.year,
    period: report.period && { from: report.period.from, to: report.period.to },
    signature: report.signature && { authority: report.signature.authority, date: report.signature.date },
    preamble: report.preamble.map(({ text }) => text),
    sections: report.sections.map(({ key, heading, paragraphs }) => ({
      key,
      heading,
      paragraphs: paragraphs.map(({ text }) => text),
    })),
    ...(report.scan ? { scan: scanJson(report.scan) } : {}),
  },
  editions: {
    proactiveDisclosure: report.editions.proactiveDisclosure,
    requests: report.editions.requests,
    reconsiderationAndLitigation: report.editions.reconsiderationAndLitigation,
  },
  figures: Object.fromEntries([...report.figures].map(([key, figure]) => [key, figureJson(figure)])),
  tables: report.tables.map(({ table, form }) => ({
    number: table.number,
    form,
    rows: table.rows,
    columns: table.columns,
    cells: table.cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text,
    })),
  })),
  verdict,
  findings: findings.map(findingJson),
  losses: report.losses.map(lossJson),
})

/** `<stem>.json`: one line of UTF-8 that ends with a newline; the same report gives the same text everywhere. */
export const writeJson = (judged: JudgedReport): string => `${JSON.stringify(reportJson(judged))}\n`
