import type { Message } from '../../../lib/model/message.ts'
import { remedyOf, systemErrorOf, whyOf } from './system-error.ts'
import { Trouble } from './trouble.ts'

/** By its shape: what it is about is loaded by commands that reach AWS alone. */
const isRemote = (error: unknown): error is Error & { readonly said: Message } =>
  error instanceof Error && error.name === 'RemoteTrouble' && 'said' in error

/** The same of what needs the engine of seasons. */
const isEngineMissing = (
  error: unknown,
): error is Error & { readonly sentence: Message; readonly remedy: Message } =>
  error instanceof Error && error.name === 'EngineMissing' && 'sentence' in error

const fault = (error: unknown): Trouble => {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return new Trouble(
    'fault',
    {
      zh: `程序出错了，不是报告的错：${message}`,
      en: `The program failed, no report is to blame: ${message}`,
    },
    {
      zh: '请把这句话和 gongkai --version 告诉维护人员；设 GONGKAI_DEBUG=1 再运行一次，会写明出错的位置。',
      en: 'Tell the maintainers this and gongkai --version; with GONGKAI_DEBUG=1 it says where.',
    },
    { cause: error },
  )
}

/** The folder that we were started in was taken away. */
const noFolder = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).syscall === 'uv_cwd'

/** Whatever a command threw, as what is told of it. The one place where an error becomes a sentence. */
export const troubleOf = (error: unknown): Trouble => {
  if (error instanceof Trouble) return error
  if (isRemote(error)) return new Trouble('remote', error.said, { zh: '', en: '' }, { cause: error })
  if (isEngineMissing(error))
    return new Trouble('engine-missing', error.sentence, error.remedy, { cause: error })
  const system = systemErrorOf(error)
  if (!system) return fault(error)
  const { code, path } = system
  if (noFolder(error))
    return new Trouble(
      'system',
      { zh: '当前文件夹已不在。', en: 'The current folder is there no more.' },
      { zh: '请换到一个在的文件夹，再运行一次。', en: 'Change to one that is, and run it again.' },
      { cause: error },
    )
  const why = whyOf(code)
  return new Trouble(
    'system',
    {
      zh: path === null ? `${why.zh}。` : `${path}：${why.zh}。`,
      en: path === null ? `${why.en}.` : `${path}: ${why.en}.`,
    },
    remedyOf(code),
    { cause: error },
  )
}
