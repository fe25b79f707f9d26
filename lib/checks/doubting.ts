import type { Finding } from './check.ts'
import { checks } from './index.ts'

const doubting: ReadonlySet<string> = new Set(
  checks.filter(({ doubtsReading }) => doubtsReading).map(({ id }) => id),
)

/** Whether a finding says that the numbers of its cells may not be those printed there. */
export const doubtsReading = ({ check, severity }: Pick<Finding, 'check' | 'severity'>): boolean =>
  doubting.has(check) && severity !== 'info'
