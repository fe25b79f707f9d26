/**
 * V8's last and dearest compiler pays for itself after some thousand reports; on two processors it takes the time
 * from the first few hundred (8 % of a hundred reports). Functions must be called ten times as often before it is
 * asked. Options of V8 are no promise of Node's: given only where it was measured, and for a batch, not for a service.
 */
export const putOffOptimising: readonly string[] = process.versions.v8.startsWith('13.6.')
  ? ['--invocation-count-for-turbofan=30000']
  : []
