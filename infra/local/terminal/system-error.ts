import type { Message } from '../../../lib/model/message.ts'

interface Said {
  readonly why: Message
  readonly remedy: Message
}

const checkPath: Message = { zh: '请检查路径。', en: 'Check the path.' }
const rights: Message = {
  zh: '请检查文件或文件夹的权限，或换一个位置。',
  en: 'Check the rights on it, or choose another place.',
}
const room: Message = {
  zh: '请腾出空间，或换一个磁盘，然后再运行一次。',
  en: 'Make room or choose another disk, and run it again.',
}
const later: Message = {
  zh: '请关闭一些其他程序后再运行一次。',
  en: 'Close other programs and run it again.',
}

const denied: Said = { why: { zh: '没有权限', en: 'permission denied' }, remedy: rights }
const busy: Said = {
  why: { zh: '正被别的程序占用', en: 'another program has it open' },
  remedy: { zh: '请在那个程序里关闭它，再运行一次。', en: 'Close it there and run it again.' },
}
const tooMany: Said = {
  why: { zh: '打开的文件太多', en: 'too many files are open' },
  remedy: {
    zh: '请关闭一些其他程序，或提高系统对打开文件数的限制（ulimit -n），然后再运行一次。',
    en: 'Close other programs, or raise the limit of open files (ulimit -n), and run it again.',
  },
}
const full: Said = { why: { zh: '磁盘已满', en: 'the disk is full' }, remedy: room }

/** What the codes of the system mean, for people. */
const said: Readonly<Record<string, Said>> = {
  ENOENT: { why: { zh: '没有这个文件或文件夹', en: 'no such file or folder' }, remedy: checkPath },
  ENOTDIR: {
    why: { zh: '路径中有一段是文件，不是文件夹', en: 'a part of the path is a file, no folder' },
    remedy: checkPath,
  },
  EISDIR: { why: { zh: '这是文件夹，不是文件', en: 'it is a folder, no file' }, remedy: checkPath },
  EEXIST: { why: { zh: '那里已经有同名的文件', en: 'a file of this name is there' }, remedy: checkPath },
  ENOTEMPTY: { why: { zh: '文件夹不是空的', en: 'the folder is not empty' }, remedy: checkPath },
  ENAMETOOLONG: {
    why: { zh: '名称或路径太长', en: 'its name or path is too long' },
    remedy: { zh: '请改短名称，或换一个位置。', en: 'Shorten the name, or choose another place.' },
  },
  ELOOP: {
    why: { zh: '快捷链接互相指向，绕成一圈', en: 'its links lead in a circle' },
    remedy: checkPath,
  },
  ERR_INVALID_ARG_VALUE: {
    why: { zh: '路径中有不能用的字符', en: 'the path holds a character that no path may' },
    remedy: checkPath,
  },
  EINVAL: { why: { zh: '系统不接受这个路径', en: 'the system does not take this path' }, remedy: checkPath },
  ENXIO: { why: { zh: '这不是可以读写的文件', en: 'it is no file to read or write' }, remedy: checkPath },
  ENODEV: { why: { zh: '这不是可以读写的文件', en: 'it is no file to read or write' }, remedy: checkPath },
  EACCES: denied,
  EPERM: denied,
  EROFS: { why: { zh: '磁盘只能读、不能写', en: 'the disk is read-only' }, remedy: rights },
  ENOSPC: full,
  EDQUOT: { why: { zh: '磁盘配额已用完', en: 'the disk quota is used up' }, remedy: room },
  EFBIG: { why: { zh: '文件超过磁盘允许的大小', en: 'the disk takes no file of this size' }, remedy: room },
  EIO: {
    why: { zh: '磁盘读写出错', en: 'the disk reports errors' },
    remedy: {
      zh: '请检查磁盘和网络盘的连接，再运行一次。',
      en: 'Check the disk or its connection, and run it again.',
    },
  },
  EBUSY: busy,
  ETXTBSY: busy,
  EMFILE: tooMany,
  ENFILE: tooMany,
  ENOMEM: { why: { zh: '内存不足', en: 'no memory is left' }, remedy: later },
  EAGAIN: { why: { zh: '系统暂时没有资源', en: 'the system has no resources now' }, remedy: later },
  EADDRINUSE: {
    why: { zh: '端口已被占用', en: 'the port is taken' },
    remedy: { zh: '请用 --port 换一个端口。', en: 'Choose another --port.' },
  },
}

/** Of the system's own codes, which are words in capitals; those of Node and of packages are our fault. */
const isSystemCode = (code: string): boolean => Object.hasOwn(said, code) || /^E[A-Z0-9]+$/u.test(code)

/** What the system said is wrong with a file, however deep an error of ours holds it. */
export interface SystemError {
  readonly code: string
  readonly path: string | null
}

/** Null where an error is not the system's. */
export const systemErrorOf = (error: unknown): SystemError | null => {
  if (!(error instanceof Error)) return null
  const { code, path, cause } = error as NodeJS.ErrnoException
  if (typeof code === 'string' && isSystemCode(code))
    return { code, path: typeof path === 'string' ? path : null }
  return systemErrorOf(cause)
}

const unknown: Said = {
  why: { zh: '系统报告错误', en: 'the system reports an error' },
  remedy: { zh: '请检查磁盘和路径，再运行一次。', en: 'Check the disk and the path, and run it again.' },
}

/** Why, in words: `没有权限（EACCES）`. */
export const whyOf = (code: string): Message => {
  const { zh, en } = (said[code] ?? unknown).why
  return { zh: `${zh}（${code}）`, en: `${en} (${code})` }
}

export const remedyOf = (code: string): Message => (said[code] ?? unknown).remedy
