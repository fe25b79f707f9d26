@echo off
setlocal DisableDelayedExpansion
title gongkai
if not exist "%~dp0app\node.exe" goto incomplete
if not exist "%~dp0app\start.mjs" goto incomplete
rem The one line below leaves the batch file before it runs: Ctrl-C then asks nothing, and the exit code stays.
endlocal & goto #left# 2>nul || title gongkai & "%~dp0app\node.exe" "%~dp0app\start.mjs" %* || pause
:incomplete
chcp 65001 >nul
echo.
echo 无法启动：旁边没有 app 文件夹，或其中的文件不全。
echo 请先把压缩包全部解压到一个文件夹（右键，全部解压缩），再双击解压出来的 启动.cmd。
echo Cannot start: the folder "app" beside this file is missing or incomplete. Unpack the whole archive first.
echo.
pause
exit /b 2
