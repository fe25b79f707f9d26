import { padded } from '../local/terminal/width.ts'
import type { Platform } from './platforms.ts'

const inWords: Readonly<Record<string, string>> = {
  'linux-x64': 'Linux，x86-64',
  'linux-arm64': 'Linux，ARM64（鲲鹏、飞腾等）',
  'win-x64': 'Windows，64 位',
}

const onWindows = {
  start: '双击“启动.cmd”。先出现一个黑色窗口，几秒后浏览器打开网页。',
  asks: '第一次启动时 Windows 可能询问是否运行此文件，点“运行”（或“更多信息”“仍要运行”）。',
  stop: '在黑色窗口里按 Ctrl-C，或直接关掉黑色窗口。',
  window: '用的时候不要在黑色窗口里点鼠标：窗口标题出现“选择”二字时程序会停住，按一下回车键就继续。',
  needs: '需要 Windows 10、Windows Server 2016 或更新的版本，64 位。不需要另装任何软件。',
  blocked: '被杀毒软件拦下的：请管理员放行 app 文件夹里的 node.exe。',
  unpack: '右键点压缩包，选“全部解压缩”',
} as const

const onLinux = {
  start: '在终端里运行 ./启动.sh，或在文件管理器里双击“启动.sh”，选“在终端中运行”。几秒后浏览器打开网页。',
  asks: '不能双击的，在终端里运行：sh 启动.sh',
  stop: '在终端窗口里按 Ctrl-C，或直接关掉终端窗口。',
  window: '没有桌面的机器不打开浏览器，网页地址写在屏幕上。',
  needs:
    '需要 glibc 2.28、libstdc++ 6（GCC 8）或更新的版本：统信 UOS 20、麒麟 V10 SP1、Debian 10、Ubuntu 20.04 起都有。不需要另装任何软件。',
  blocked: '提示不允许运行程序的：有的 U 盘、共享文件夹不允许，把整个文件夹拷到主目录再启动。',
  unpack: '在终端里运行 tar -xzf 压缩包名，或用文件管理器解压',
} as const

const places = (start: string, command: string): string => {
  const list = [
    [start, '启动'],
    ['数据/收件夹', '报告放在这里'],
    ['数据/结果夹', '转换和核对的结果、汇总.xlsx'],
    ['数据/年报季', '各单位、各年度放在一起的汇总和核对'],
    ['数据/名册.xlsx', '自己做的名册放在这里，与收件夹并列'],
    ['数据/回收站', '在网页上删除的报告'],
    ['app', '程序，请不要改动'],
    [command, '命令行，给技术人员用'],
  ] as const
  return list.map(([name, what]) => `   ${padded(name, 18)}${what}`).join('\n')
}

/** What a person who got the folder has to know, in the words of her office. */
export const guide = (platform: Platform, version: string, build: string): string => {
  const words = platform.id.startsWith('win') ? onWindows : onLinux
  const [start, command] = platform.launchers
  return `gongkai 公开  政府信息公开工作年度报告：转换与核对
使用说明　版本 ${version}，构建 ${build}（${inWords[platform.id]}）

一、怎么用

1. 把压缩包全部解压到自己的文件夹里，例如桌面：${words.unpack}。
   不用安装，不用联网，不用管理员权限。不要在压缩包里直接打开，要先解压。
2. ${words.start}
   网页没有自己打开的，把窗口里“网页”一行的地址输入浏览器。${words.asks}
3. 把年度报告（Word、WPS、PDF、网页、Excel，或装着多份报告的 zip）拖到网页上，
   或者放进“数据”里的“收件夹”。结果在网页上看，文件在“数据”里的“结果夹”。
   收件夹里先放了三份虚构的示例，在网页上可以一键清除。
4. 停止：${words.stop}
   只关浏览器不会停止。停止时没做完的那一份，下次启动自动重做。
5. 已经在运行时再启动一次，只是再打开它的网页。
   ${words.window}

二、东西放在哪里

${places(start, command)}

“数据”在第一次启动时出现。整个文件夹可以搬到别处或拷到 U 盘上：先停止，再搬，搬后照常启动。
这个文件夹不能写入的（例如只读的共享文件夹），各人的数据放在自己的“文档”里的 gongkai/数据，
启动时窗口里会写明。
一份“数据”同一时间只能由一台电脑使用：放在共享文件夹里的，第二台启动时会说明正由哪一台使用。

三、备份

停止以后，把“数据”整个拷走。程序不用备份，随时可以重新解压。
办理记录（问题是否成立、录入的数字等）在“数据/结果夹”的 desk.ndjson 里，与结果一起备份。

四、更新到新的版本

1. 停止。
2. 把旧的 gongkai 文件夹改名，例如 gongkai-旧。
3. 解压新的压缩包。
4. 把旧文件夹里的“数据”整个移到新的 gongkai 文件夹里，与“${start}”并列。数据在“文档”里的不用移。
5. 启动新的。原有的结果都在；确认无误后再删去旧文件夹。要退回旧的版本，把“数据”移回去即可。

五、启动不了的时候

- 提示旁边没有 app，或者一闪就没有了：压缩包没有全部解压。
- ${words.blocked}
- ${words.needs}
- 默认的端口被占用的，自动换一个，网页地址以窗口里写的为准。
- 还是不行的，把窗口里的文字拍下来发给技术人员。

六、数据会不会传到网上

不会。程序只在这台电脑上工作，网页只有这台电脑能打开，不向外发送任何内容。

七、命令行（给技术人员）

   ${command} convert 年报文件夹 --out 结果
   ${command} help

For engineers: "${command} help" tells every command; the service is "${command} start". Licences are in THIRD-PARTY.txt, the bill of
materials in sbom.cdx.json (CycloneDX), the build in app/build.json.${platform.archive === 'zip' ? '' : ' For a container: Containerfile.'}
`
}
