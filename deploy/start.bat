@echo off
rem Double-click: installs what is needed the first time, then serves the office's own store and opens the browser.
chcp 65001 >nul
cd /d "%~dp0.."
set LAUNCHER=py -3
where py >nul 2>nul || set LAUNCHER=python
%LAUNCHER% tools\install.py || (pause & exit /b 1)
.venv\Scripts\python tools\serve.py --open
pause
