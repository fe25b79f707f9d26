@echo off
setlocal DisableDelayedExpansion
if not exist "%~dp0app\node.exe" goto incomplete
if not exist "%~dp0app\gongkai.mjs" goto incomplete
rem The one line below leaves the batch file before it runs: Ctrl-C then asks nothing, and the exit code stays.
endlocal & goto #left# 2>nul || title %COMSPEC% & "%~dp0app\node.exe" "%~dp0app\gongkai.mjs" %*
:incomplete
chcp 65001 >nul
echo 无法运行：旁边没有 app 文件夹，或其中的文件不全。请把压缩包全部解压后再用。 1>&2
echo Cannot run: the folder "app" beside this file is missing or incomplete. Unpack the whole archive first. 1>&2
exit /b 2
