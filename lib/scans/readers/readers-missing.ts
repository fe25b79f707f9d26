import type { Message } from '../../model/message.ts'

/** What reads pictures of pages is not there: its files were left out, or their packages are not installed. */
export class ReadersMissing extends Error {
  override readonly name = 'ReadersMissing'
  readonly sentence: Message = {
    zh: '识别扫描件要用的模型文件不在这里。',
    en: 'The models that read scans are not here.',
  }
  readonly remedy: Message = {
    zh: '请重新安装 gongkai（或运行 npm ci）；其他格式不需要它们。',
    en: 'Install gongkai again (or run npm ci); other formats need none of them.',
  }

  constructor(options?: ErrorOptions) {
    super('', options)
    const { sentence, remedy } = this
    this.message = `${sentence.zh}${remedy.zh} (${sentence.en} ${remedy.en})`
  }
}
