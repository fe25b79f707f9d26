import { jobDeadlineMs, workerHeapMb } from './limits.ts'
import { type Member, type MemberOptions, startMember } from './member.ts'
import { workerScript } from './worker-script.ts'

/** The workers of a batch. */
export const batchMember: MemberOptions = {
  script: workerScript,
  deadlineMs: jobDeadlineMs,
  heapMb: workerHeapMb,
}

let early: Member | undefined

/** Starts the first worker of a batch before anything else is loaded: it loads the converter meanwhile. */
export const startEarly = (): void => {
  early = startMember(batchMember)
}

/** The worker that was started early, for whoever asks first. */
export const takeEarly = (): Member | undefined => {
  const member = early
  early = undefined
  return member
}
