import type { Failure } from './outcome.ts'

/** The reasons for giving up, beside those that a host (a function, a worker pool) adds. Codes are permanent. */
export const uploadGone: Failure = {
  code: 'upload-gone',
  sentence: {
    zh: '上传的这一版本在读取之前已被删除。',
    en: 'This version of the upload was deleted before it was read.',
  },
  remedy: { zh: '如仍需转换，请重新上传。', en: 'Upload it again if it is still wanted.' },
}

export const retriesExhausted: Failure = {
  code: 'retries-exhausted',
  sentence: { zh: '多次尝试后仍未能完成转换。', en: 'The conversion did not succeed after several tries.' },
  remedy: {
    zh: '请查看日志排除原因，然后重新处理（replay）这一文件。',
    en: 'Find the cause in the logs, then replay this file.',
  },
}

/** Its event did not reach the queue, however often it was sent. */
export const undelivered: Failure = {
  code: 'undelivered',
  sentence: {
    zh: '上传的通知多次未能送达处理队列，文件没有处理。',
    en: 'Word of this upload did not reach the queue after several tries; the file was not looked at.',
  },
  remedy: {
    zh: '请检查队列的权限和密钥，然后重新处理（replay）这一文件。',
    en: 'Check the rights and the key of the queue, then replay this file.',
  },
}

export const converterFault = (error: unknown): Failure => ({
  code: 'converter-fault',
  // Only the kind of error: its message may hold text of the document.
  sentence: {
    zh: `转换程序出错（${error instanceof Error ? error.name : '未知错误'}），不是文件的错。`,
    en: `The converter failed (${error instanceof Error ? error.name : 'unknown error'}); the file is not to blame.`,
  },
  remedy: {
    zh: '请把这份文件和程序版本告诉维护人员。',
    en: 'Tell the maintainers, with the file and the version of the program.',
  },
})
