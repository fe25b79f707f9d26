export interface LoadOptions {
  readonly count: number
  readonly seed: number
  /** How often a process is killed. */
  readonly kills: number
  readonly cores: number
}

/** What a part of the run measured, and what it found broken. */
export interface Part {
  readonly title: string
  readonly lines: readonly string[]
  readonly complaints: readonly string[]
}
