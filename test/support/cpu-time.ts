/**
 * Milliseconds this process has computed so far: what other processes of a busy machine do meanwhile is not counted, so
 * that a bound on a difference of two fails for slow code alone.
 */
export const cpuTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
