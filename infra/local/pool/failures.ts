import { converterFault } from '../../../lib/submission/failures.ts'
import type { Failure } from '../../../lib/submission/outcome.ts'

/** A worker had to be ended, or died: the file was not converted and no other is concerned. */
export class WorkerEnded extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.sentence.en)
    this.name = 'WorkerEnded'
    this.failure = failure
  }
}

const remedy = {
  zh: '请检查这份文件是否异常庞大或损坏；若是正常的报告，请把它告诉维护人员。',
  en: 'See whether the file is abnormally large or damaged; if it is an ordinary report, tell the maintainers.',
}

export const outOfTime = (deadlineMs: number): WorkerEnded =>
  new WorkerEnded({
    code: 'out-of-time',
    sentence: {
      zh: `转换超过 ${deadlineMs / 1000} 秒仍未完成，已停止。`,
      en: `The conversion was stopped after ${deadlineMs / 1000} seconds.`,
    },
    remedy,
  })

export const outOfMemory = (heapMb: number): WorkerEnded =>
  new WorkerEnded({
    code: 'out-of-memory',
    sentence: {
      zh: `转换所需内存超过 ${heapMb} MB，已停止。`,
      en: `The conversion needed more than ${heapMb} MB of memory and was stopped.`,
    },
    remedy,
  })

export const workerDied = (): WorkerEnded =>
  new WorkerEnded({
    code: 'worker-died',
    sentence: { zh: '转换进程意外退出。', en: 'The converting process ended unexpectedly.' },
    remedy,
  })

/** No process could be started: too many there are, or no memory. The file has nothing to do with it. */
export const notStarted = (error: Error): WorkerEnded =>
  new WorkerEnded({
    code: 'worker-not-started',
    sentence: {
      zh: `系统暂时无法启动转换进程（${(error as NodeJS.ErrnoException).code ?? error.name}）。`,
      en: `The system cannot start a converting process (${(error as NodeJS.ErrnoException).code ?? error.name}).`,
    },
    remedy: {
      zh: '请关闭一些其他程序后重试。',
      en: 'Close other programs and try again.',
    },
  })

/** The reason for giving up that an error of the pool or the converter stands for. */
export const failureOf = (error: unknown): Failure =>
  error instanceof WorkerEnded ? error.failure : converterFault(error)
