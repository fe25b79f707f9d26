#!/bin/sh
# Starts the service and opens its page. Ctrl-C stops it.
here=$(dirname -- "$(readlink -f -- "$0")")
"$here/app/node" "$here/app/start.mjs" "$@"
code=$?
if [ "$code" -eq 126 ] || [ "$code" -eq 127 ]; then
  echo '无法启动：程序不全，或者这个位置不允许运行程序（例如某些 U 盘、共享文件夹）。' >&2
  echo '请把压缩包重新解压到自己的主目录或桌面，再运行其中的 启动.sh。' >&2
  echo 'Cannot start: files are missing, or no program may run from here. Unpack the archive in your home folder.' >&2
fi
# A window that was opened for this alone would be gone before the sentence is read.
if [ "$code" -ne 0 ] && [ -t 0 ] && [ -t 1 ]; then
  printf '按回车键关闭 (press Enter to close) '
  read -r _
fi
exit "$code"
