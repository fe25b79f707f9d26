import type { Equation } from '../equation.ts'
import { outcomeItems } from './outcome-items.ts'

/** The printed relation of table 3 with the items in place of their printed total. */
export const balanceFromItems: Equation = {
  form: 'requests',
  over: 'columns',
  left: [{ key: 'newRequests' }, { key: 'carriedOver' }],
  right: [outcomeItems, { key: 'carriedForward' }],
  actual: 'right',
}
