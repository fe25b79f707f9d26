import type { Loss, Source, Table } from './document.ts'
import type { EditionId, FormKey, SectionKey } from './forms/form.ts'

/**
 * What a cell holds. Blank is not zero, and zero is `number`.
 * `missing`: the form has the cell, the file has not, or the file does not let us know which value stands in it.
 */
export type FigureState = 'number' | 'blank' | 'notApplicable' | 'text' | 'missing'

/** One figure of a statutory table. `value` is a number exactly in state `number`. */
export interface Figure {
  readonly key: string
  readonly state: FigureState
  readonly value: number | null
  /** As printed, padding trimmed; null when missing. */
  readonly text: string | null
  readonly unit?: '万元'
  /** A unit printed inside the cell: 个, 件, 元, 万元 … */
  readonly printedUnit?: string
  /** An amount without a unit in its cell, header, label or caption: taken as 万元, which nothing printed says. */
  readonly unitMissing?: true
  /** Words printed in the cell beside the number: （其中修订 16 件）. */
  readonly remark?: string
  readonly source: Source | null
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

/** Why a statutory table has no figures. */
export type TableMissingReason = 'absent' | 'runTogether' | 'scattered' | 'picture'

/**
 * What extraction noticed about structure. Facts, not judgements: the checks turn them into findings.
 * `row` is the row's key, for example `outcomes.total`; `label` is the text as printed.
 */
export type Observation =
  | {
      readonly kind: 'tableMissing'
      readonly form: FormKey
      readonly reason: TableMissingReason
      readonly quote?: string
    }
  | { readonly kind: 'tableRepeated'; readonly form: FormKey; readonly tables: readonly number[] }
  | {
      readonly kind: 'rowUnknown'
      readonly form: FormKey
      readonly label: string
      readonly values: readonly string[]
      readonly source: Source
    }
  | { readonly kind: 'rowMissing'; readonly form: FormKey; readonly row: string }
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
      readonly source: Source
    }
  | { readonly kind: 'reportRepeated'; readonly titles: readonly string[] }

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
  readonly authority: string | null
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
}
