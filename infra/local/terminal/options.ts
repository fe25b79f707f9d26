import type { Message } from '../../../lib/model/message.ts'

interface Described {
  readonly about: Message
}

/** An option of a command: how it is read and what its help says. */
export type Option = Described &
  (
    | { readonly kind: 'switch' }
    | {
        readonly kind: 'text'
        /** What stands for its value in the help: DIR. */
        readonly value: string
        readonly default?: string
        /** It may be given again and again; any other only once. */
        readonly several?: true
        readonly mayBeEmpty?: true
      }
    | { readonly kind: 'choice'; readonly of: readonly string[]; readonly default: string }
    /** Several of a list, with commas between or given again and again. */
    | { readonly kind: 'choices'; readonly of: readonly string[] }
    | {
        readonly kind: 'number'
        readonly value: string
        readonly least: number
        readonly most: number
        readonly default?: number
      }
    /** 2025-02-01 */
    | { readonly kind: 'day' }
  )

export type Options = Readonly<Record<string, Option>>

type ValueOf<O extends Option> = O extends { kind: 'switch' }
  ? boolean
  : O extends { kind: 'choice' }
    ? O['of'][number]
    : O extends { kind: 'choices' }
      ? readonly O['of'][number][]
      : O extends { kind: 'number' }
        ? O extends { default: number }
          ? number
          : number | null
        : O extends { several: true }
          ? readonly string[]
          : O extends { default: string }
            ? string
            : string | undefined

export type Values<O extends Options> = { readonly [Name in keyof O]: ValueOf<O[Name]> }

/** What a command says of itself: its options are read by it, and its help is made of it. */
export interface Manual {
  readonly name: string
  /** What stands behind the options. */
  readonly operands?: {
    readonly least: number
    readonly most: number
    /** In the first line of the help: `<文件|文件夹>...` */
    readonly shown: string
    /** What is to be given, where too few or too many are. */
    readonly wanted: Message
  }
  readonly options: Options
  /** Options without which it does nothing; shown in the first line of the help. */
  readonly needs?: readonly string[]
  readonly summary: Message
  readonly about?: readonly Message[]
  readonly examples?: readonly (readonly [line: string, says: Message])[]
  readonly exits?: readonly (readonly [code: number, means: Message])[]
}
