import { vi } from 'vitest'

/** Everything that is printed from now on. */
export const recordOutput = (): string[] => {
  const lines: string[] = []
  for (const method of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation(line => {
      lines.push(String(line))
    })
  return lines
}
