import { rememberFor } from '../util/remember.ts'
/** The shape of the statutory forms as data. See `edition-2019.ts` and `edition-2021.ts`. */

/** The three statutory tables in printed order. */
export const formKeys = ['proactiveDisclosure', 'requests', 'reconsiderationAndLitigation'] as const
export type FormKey = (typeof formKeys)[number]

/** The six parts of the report in printed order; a table stands in the part of its name. */
export const sectionKeys = ['overview', ...formKeys, 'problemsAndImprovements', 'otherMatters'] as const
export type SectionKey = (typeof sectionKeys)[number]

/** A printed label in the official wording, with wordings met in real reports that mean the same. */
export interface Label {
  readonly label: string
  readonly alsoWritten?: readonly string[]
  /** A piece that no other words have: it tells the label however it is torn, and whatever stands around it. */
  readonly toldBy?: string
}

export interface Column {
  /** Last part of a figure's key, for example `naturalPerson`. */
  readonly key: string
  /** Header labels from the outermost down to the column's own. */
  readonly path: readonly Label[]
  /** Amounts are kept in 万元; a column without `unit` is a count (件 or 项). */
  readonly unit?: '万元'
  /** 本年增/减: the only figure of the forms that may be negative. */
  readonly signed?: boolean
  /** The sum of the columns before it. */
  readonly sum?: boolean
}

export interface Row {
  /** Middle part of a figure's key, for example `outcomes.denied.stateSecret`; empty for the one row of table 4. */
  readonly key: string
  /** Labels from the outermost group down to the row's own; empty for the one row of table 4. */
  readonly path: readonly Label[]
}

/** Rows that stand under one header. Table 2 stacks several such blocks; tables 3 and 4 have one. */
export interface FormBlock {
  /** The row across the table above the header, 第二十条第（一）项. */
  readonly caption?: Label
  /** Label of the header's top left cell, 信息内容 or the 勾稽关系 note. */
  readonly corner?: Label
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** What proves that a form is printed: how many of its labels, that is rows, columns and captions. */
export interface Proof {
  /** So many are printed by nothing but the form. */
  readonly alone: number
  /** So many beside a title or sections of the report. */
  readonly beside: number
  /** So many rows (results, where it is read by them) make it the table outside its own section. */
  readonly elsewhere: number
  /** Labels of rows with fewer characters head other tables as well. */
  readonly distinctive: number
  /** Longer labels that do so too. */
  readonly common?: readonly string[]
}

export interface Form {
  readonly key: FormKey
  /** Chinese name shown to people, the title of its section. */
  readonly title: string
  /**
   * `labelled`: a row is known by its label. `results`: one row of values without a label, whose columns the header
   * tells: groups (行政复议) of the same results (结果维持 … 总计); a column's key is `<group>.<result>`. One form key is read
   * in one way in all editions.
   */
  readonly reading: 'labelled' | 'results'
  readonly proof: Proof
  readonly blocks: readonly FormBlock[]
}

export interface SectionTitle extends Label {
  readonly key: SectionKey
  /** 一 to 六. */
  readonly number: string
}

export interface Edition<Id extends string = string> {
  readonly id: Id
  /** The notice that prescribes it. */
  readonly document: string
  /** The first report year it is for; it stays in force until the next edition. */
  readonly since: number
  /** What section 一 must speak of, where the notice says so. */
  readonly overviewAspects?: readonly Label[]
  readonly forms: Readonly<Record<FormKey, Form>>
}

/** The contract name of a figure: `<table>.<row>.<column>`, without an empty row part. */
export const figureKey = (form: FormKey, row: string, column: string): string =>
  row === '' ? `${form}.${column}` : `${form}.${row}.${column}`

/** One cell of a form that holds a figure. */
export interface FormCell {
  readonly key: string
  readonly block: FormBlock
  readonly row: Row
  readonly column: Column
}

/** Every figure of a form, in printed order: row by row, left to right. */
export const formCells = rememberFor((form: Form): readonly FormCell[] =>
  form.blocks.flatMap(block =>
    block.rows.flatMap(row =>
      block.columns.map(column => ({ key: figureKey(form.key, row.key, column.key), block, row, column })),
    ),
  ),
)
