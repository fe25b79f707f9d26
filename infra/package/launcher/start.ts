import { homedir, hostname } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printable } from '../../local/terminal/width.ts'
import { type DataFolder, dataFolder } from './data-folder.ts'
import { takeForMachine } from './one-machine.ts'

/** What a person starts by a double click: the service on folders with names that she can read, and its page. */
const program = fileURLToPath(new URL('../', import.meta.url))

const refuse = (zh: string, en: string): void => {
  console.error(zh)
  console.error(en)
  process.exitCode = 2
}

const startIn = async ({ folder, beside }: DataFolder): Promise<void> => {
  const other = await takeForMachine(folder, hostname())
  if (other !== null)
    return refuse(
      `“数据”正由另一台电脑“${printable(other)}”使用。请用那一台，或在那里停止，过半分钟再启动：${printable(folder)}`,
      'Another machine works on these data. Use that one, or stop it there and start again after half a minute.',
    )
  if (!beside)
    console.log(
      `这个文件夹不能写入，数据放在：${printable(folder)}\n(Nothing may be written here: the data are kept there.)\n`,
    )
  const folders = [
    ...['--inbox', join(folder, '收件夹')],
    ...['--outbox', join(folder, '结果夹')],
    ...['--season', join(folder, '年报季')],
  ]
  process.argv.splice(2, 0, 'start', ...folders, '--open')
  // It lies beside this file in the folder.
  const commandLine = new URL('./gongkai.mjs', import.meta.url).href
  await import(commandLine)
}

const data = await dataFolder(program, homedir()).catch((error: Error) => error)
if (data instanceof Error)
  refuse(
    `没有可以存放数据的地方，请把整个文件夹复制到桌面或自己的文件夹再启动：${printable(data.message)}`,
    'Nowhere to keep data: copy the whole folder to a place of your own and start it there.',
  )
else await startIn(data)
