import type { Term } from '../equation.ts'

/** Every item of 三、本年度办理结果: one row for （六） in the 2019 edition, three in the 2021 edition. */
export const outcomeItems: Term = {
  under: 'outcomes.',
  except: ['outcomes.total'],
  label: '（一）至（六）各项之和',
}

/** Whether a row of table 3 is an outcome item. */
export const isOutcomeItem = (row: string): boolean => row.startsWith('outcomes.') && row !== 'outcomes.total'
