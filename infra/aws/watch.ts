import type { CfnCondition } from 'aws-cdk-lib'
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch'

/** One condition on one metric. */
export interface Rings {
  readonly metric: Metric
  readonly comparison: 'from' | 'below'
  readonly threshold: number
  /** How many periods in a row. */
  readonly periods?: number
  /** What a period without a number means; nothing to worry about, unless said otherwise. */
  readonly missing?: 'well' | 'ill'
}

/** An alarm as data; with several conditions it rings when all of them hold. Its name is that of its entry in RUNBOOK.md. */
export interface Watch {
  readonly name: string
  readonly what: string
  readonly when: readonly [Rings, ...Rings[]]
  readonly condition?: CfnCondition
}

export const from = (metric: Metric, threshold: number, periods = 1): Rings => ({
  metric,
  comparison: 'from',
  threshold,
  periods,
})

export const below = (metric: Metric, threshold: number): Rings => ({
  metric,
  comparison: 'below',
  threshold,
})
