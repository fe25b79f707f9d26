import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printable } from '../../local/terminal/width.ts'
import { dataFolder } from './data-folder.ts'

/** What a person starts by a double click: the service on folders with names that she can read, and its page. */
const program = fileURLToPath(new URL('../', import.meta.url))

const start = async (): Promise<void> => {
  const data = await dataFolder(program, homedir()).catch((error: Error) => {
    console.error(
      `没有可以存放数据的地方，请把整个文件夹复制到桌面或自己的文件夹再启动：${printable(error.message)}`,
    )
    console.error('Nowhere to keep data: copy the whole folder to a place of your own and start it there.')
    return null
  })
  if (!data) {
    process.exitCode = 2
    return
  }
  if (!data.beside)
    console.log(
      `这个文件夹不能写入，数据放在：${printable(data.folder)}\n(Nothing may be written here: the data are kept there.)\n`,
    )
  const folders = [
    ...['--inbox', join(data.folder, '收件夹')],
    ...['--outbox', join(data.folder, '结果夹')],
    ...['--season', join(data.folder, '年报季')],
  ]
  process.argv.splice(2, 0, 'start', ...folders, '--open')
  // It lies beside this file in the folder.
  const commandLine = new URL('./gongkai.mjs', import.meta.url).href
  await import(commandLine)
}

await start()
