import type { FormKey, SectionKey } from '../forms/form.ts'
import type { EditionId } from '../forms/index.ts'
import type { Table } from './document.ts'
import type { Loss } from './loss.ts'
import type { Message } from './message.ts'
import type { CellReading, Reading, ReadingEvidence, Scan } from './scan.ts'
import type { Source } from './source.ts'

/**
 * What a cell holds. Blank is not zero, and zero is `number`.
 * `missing`: the form has the cell, and the file is seen not to have it. `unreadable`: the file does not let us know
 * what stands in the cell, or which value belongs there. Nothing that is printed is ever called missing.
 */
export type FigureState = 'number' | 'blank' | 'notApplicable' | 'text' | 'missing' | 'unreadable'

/** A figure that a person read off the original and typed in. */
export interface EnteredFigure {
  /** Key of the figure. */
  readonly cell: string
  /** Null where the original is blank there; amounts in 万元. */
  readonly value: number | null
  /** The original has a dash there, which says that it does not apply; `value` is null. */
  readonly dash?: true
  readonly by: string
  /** ISO 8601. */
  readonly at: string
  readonly reason: string
  /** The picture of the cell that it was read off, of a scan: it says nothing of another picture (`Figure.unproven.crop`). */
  readonly crop?: string
}

/** Whose report it is and of which year, as a person read it off a scan. */
export interface NamedReport {
  readonly authority: string
  readonly year: number
  readonly by: string
  /** ISO 8601. */
  readonly at: string
  /** The picture of the title that it was read off: it says nothing of another one (`Scan.title`). Absent: of the whole file. */
  readonly crop?: string
}

/** One figure of a statutory table. `value` is a number exactly in state `number`. */
export interface Figure {
  readonly key: string
  readonly state: FigureState
  readonly value: number | null
  /** As printed, padding trimmed; null when missing or unreadable. */
  readonly text: string | null
  readonly unit?: '万元'
  /** A unit printed inside the cell: 个, 件, 元, 万元 … */
  readonly printedUnit?: string
  /** An amount without a unit in its cell, header, label or caption: taken as 万元, which nothing printed says. */
  readonly unitMissing?: true
  /** Words printed in the cell beside the number: （其中修订 16 件）. */
  readonly remark?: string
  /** Code points inside the number that no eye sees: it was read without them. */
  readonly invisible?: readonly string[]
  readonly source: Source | null
  /** Read from a picture, and why it is taken for what is printed. */
  readonly evidence?: ReadingEvidence
  /** Read from a picture and not taken: what readers made of it, which counts for nothing. */
  readonly unproven?: Pick<CellReading, 'page' | 'box' | 'crop'> & { readonly readings: readonly Reading[] }
  /**
   * `state` and `value` are what a person read off the original and typed in; `was` is what had been read. What is printed
   * (`text`, `source` and what stands beside the number) stays as it was read.
   */
  readonly entered?: Pick<EnteredFigure, 'by' | 'at' | 'reason'> & {
    readonly was: Pick<Figure, 'state' | 'value'>
  }
}

/** A paragraph of the narrative, with where it stands. */
export interface NarrativeParagraph {
  readonly text: string
  readonly source: Source
}

export interface Section {
  readonly key: SectionKey
  /** As printed. */
  readonly heading: string
  readonly source: Source
  readonly paragraphs: readonly NarrativeParagraph[]
}

/** Why a statutory table, or some of its rows, could not be read. */
export type TableUnreadableReason = 'runTogether' | 'scattered' | 'picture' | 'notCarried'

/**
 * What extraction noticed about structure. Facts, not judgements: the checks turn them into findings.
 * `row` is the row's key, for example `outcomes.total`; `label` is the text as printed.
 */
export type Observation =
  /** The table is seen not to be in the file. */
  | { readonly kind: 'tableMissing'; readonly form: FormKey }
  /** Something of the table is there, or may be; none of its figures could be told. */
  | {
      readonly kind: 'tableUnreadable'
      readonly form: FormKey
      readonly reason: TableUnreadableReason
      readonly quote?: string
    }
  | { readonly kind: 'tableRepeated'; readonly form: FormKey; readonly tables: readonly number[] }
  /** Another copy was not read: captioned with another year, or blank; or columns and rows beside those of the year. */
  | {
      readonly kind: 'tablePassedOver'
      readonly form: FormKey
      readonly why: 'year' | 'blank' | 'beside'
      readonly passed: readonly number[]
      readonly taken: readonly number[]
    }
  /** The only table there is was read although its caption names another year. */
  | { readonly kind: 'tableOfAnotherYear'; readonly form: FormKey; readonly printed: string }
  | {
      readonly kind: 'rowUnknown'
      readonly form: FormKey
      readonly label: string
      readonly values: readonly string[]
      readonly source: Source
    }
  /** The table was read whole and has no such row. */
  | { readonly kind: 'rowMissing'; readonly form: FormKey; readonly row: string }
  /** The row was not met among those that could be read, which does not prove that the file lacks it. */
  | { readonly kind: 'rowUnmet'; readonly form: FormKey; readonly row: string; readonly quote?: string }
  | {
      readonly kind: 'rowDuplicated'
      readonly form: FormKey
      readonly row: string
      readonly label: string
      readonly sameValues: boolean
      readonly source: Source
    }
  | {
      readonly kind: 'rowOutOfOrder'
      readonly form: FormKey
      readonly row: string
      readonly label: string
      readonly source: Source
    }
  /** The row has not as many value cells as the form, or merged ones: which value belongs where is not known. */
  | {
      readonly kind: 'rowUnreadable'
      readonly form: FormKey
      readonly row: string
      readonly label: string
      readonly expected: number
      readonly found: readonly string[]
      readonly source: Source
    }
  | {
      readonly kind: 'columnUnknown'
      readonly form: FormKey
      readonly label: string
      /** Keys of the figures read under it by their place; none where the column is one too many. */
      readonly cells?: readonly string[]
      readonly source: Source
    }
  | {
      readonly kind: 'columnMissing'
      readonly form: FormKey
      readonly columns: readonly string[]
      readonly source: Source
    }
  | {
      readonly kind: 'columnOrder'
      readonly form: FormKey
      readonly printed: readonly string[]
      readonly source: Source
    }
  /** Rows put together from single lines of text, without any mark where a cell ends. */
  | {
      readonly kind: 'rowsScattered'
      readonly form: FormKey
      readonly rows: readonly string[]
      readonly source: Source
    }
  /** Header and data rows of the grid disagree; the order of the cells decided. */
  | {
      readonly kind: 'columnsMisaligned'
      readonly form: FormKey
      readonly rows: readonly string[]
      readonly source: Source
    }
  | {
      readonly kind: 'labelVariant'
      readonly form: FormKey
      readonly printed: string
      readonly official: string
      /** Keys of the figures read by the label. */
      readonly cells: readonly string[]
      /** What the figures are depends on more than which label was meant: on its place, or on the sign it says. */
      readonly risky?: true
      readonly source: Source
    }
  /** What is printed around the figures (a unit, a heading that turns the sign) leaves open what they say: none was read. */
  | {
      readonly kind: 'meaningDoubtful'
      readonly form: FormKey
      readonly about: 'unit' | 'sign'
      readonly printed: string
      readonly cells: readonly string[]
      readonly source: Source
    }
  /** Of a scan: what its readers agree on breaks a sum of the form. `read` is what they read at each cell; null: blank, or not read. */
  | {
      readonly kind: 'sumBroken'
      readonly form: FormKey
      /** Id of the check. */
      readonly check: string
      /** Left side, then right. */
      readonly cells: readonly string[]
      readonly read: readonly (number | null)[]
    }
  /** A figure typed in that was not taken: the form has no such cell, or the value cannot stand there. */
  | { readonly kind: 'enteredNotTaken'; readonly entered: EnteredFigure; readonly why: Message }
  | { readonly kind: 'reportRepeated'; readonly titles: readonly string[] }
  /** A number of a person, hidden wherever it stood: `left` is what the report still prints of it. */
  | {
      readonly kind: 'personalNumber'
      readonly what: 'identity' | 'mobile'
      /** Said to be a person's; else a mobile number printed as a contact. */
      readonly person: boolean
      readonly left: string
      readonly source: Source
    }

/** A section title as found, in printed order, for the checks on sections. */
export interface SectionHeading {
  readonly key: SectionKey
  readonly heading: string
  /** False where the printed title is not the official one (numbering and punctuation aside). */
  readonly official: boolean
  readonly source: Source
}

/** A table of the document and the statutory form it was read as, if any. */
export interface ReportTable {
  readonly table: Table
  readonly form: FormKey | null
}

/** A normalised report: what is printed, found and named, before it is judged. */
export interface Report {
  readonly title: string | null
  /** The full name where the report prints it anywhere, else as in the title. */
  readonly authority: string | null
  /** The name as the title prints it, or whatever stands for the title. */
  readonly authorityAsPrinted: string | null
  readonly year: number | null
  /** ISO dates, both inclusive. */
  readonly period: { readonly from: string; readonly to: string } | null
  readonly signature: { readonly authority: string | null; readonly date: string | null } | null
  /** Paragraphs before section 一, title lines included. */
  readonly preamble: readonly NarrativeParagraph[]
  /** The sections found, in the order of the form. */
  readonly sections: readonly Section[]
  /** The same in printed order. */
  readonly headings: readonly SectionHeading[]
  /** Null where the table is absent or unreadable. */
  readonly editions: Readonly<Record<FormKey, EditionId | null>>
  /** Every cell key of each table's edition, in printed order. */
  readonly figures: ReadonlyMap<string, Figure>
  readonly tables: readonly ReportTable[]
  readonly observations: readonly Observation[]
  /** Whether the printed note （本列数据的勾稽关系为…） was met. */
  readonly reconciliationNote: boolean
  readonly losses: readonly Loss[]
  /** Read from a workbook of ours, which has the figures of a report and none of its text. */
  readonly ownWorkbook?: true
  /** Read from so many pictures of pages: its figures are those that are proven, its text is what a reader of pictures made of it. */
  readonly scan?: Pick<Scan, 'pages' | 'title'> & {
    /** What a reader of pictures made of its name and year, which counts for nothing: both are null until a person has named it. */
    readonly read: Pick<Report, 'authority' | 'year'>
    readonly named?: Pick<NamedReport, 'by' | 'at'>
    /** What a person said was read off another picture. */
    readonly namedOtherwise?: true
  }
}
