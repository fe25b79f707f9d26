import type { Message } from '../model/message.ts'
import type { JudgedReport } from './judged-report.ts'

/** A file of a report as a link to it needs it. */
export interface NamedOutput<Role extends string = string> {
  readonly role: Role
  /** File name, without folders. */
  readonly name: string
  readonly label: Message
}

/** Gives the content of an output; text is written in UTF-8. `beside`: the files that all stand in one folder, its own among them. */
export type Writer = (
  judged: JudgedReport,
  beside: readonly NamedOutput[],
) => string | Uint8Array | Promise<Uint8Array>

/** One kind of file that every converted report gives. */
export interface Output<Role extends string = string> {
  /** Permanent: receipts, events and links point to the file by it. */
  readonly role: Role
  /** Of the file's name, without the dot; no other output has it. */
  readonly ending: string
  readonly mediaType: string
  /** What it is, in a line of links. */
  readonly label: Message
  /** The same where there is room for one word. */
  readonly word: Message
  /** Shown by a browser; others are saved. */
  readonly shown?: true
  /** Loads what writes it: whoever needs names or media types alone loads no writer. */
  readonly writer: () => Promise<Writer>
}
