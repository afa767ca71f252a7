@echo off
chcp 65001 >nul
setlocal DisableDelayedExpansion
title Cetak
set "POKIN_PROGRAM=pipeline.py"
set "POKIN_TEMPAT=pipeline.py"
set "POKIN_BERKAS=%~1"
pushd "%~dp0.."
setlocal EnableDelayedExpansion
set "POKIN_KLIK=!cmdcmdline!"
set "POKIN_HASIL=4"
if not exist "!POKIN_PROGRAM!" set "POKIN_PROGRAM=!POKIN_TEMPAT!"
if not exist "!POKIN_PROGRAM!" (
  echo Program tidak ada lagi di "!POKIN_PROGRAM!".
  echo Jalankan perintah mulai sekali lagi, atau betulkan tempatnya di berkas Cetak.bat ini.
  goto selesai
)
set "POKIN_PYTHON="
py -3 -c "" >nul 2>nul && set "POKIN_PYTHON=py -3"
if not defined POKIN_PYTHON python -c "" >nul 2>nul && set "POKIN_PYTHON=python"
if not defined POKIN_PYTHON (
  echo Python belum terpasang di komputer ini.
  echo Pasang dari https://www.python.org/downloads/ dan centang Add python.exe to PATH, lalu klik ganda lagi.
  goto selesai
)
!POKIN_PYTHON! "!POKIN_PROGRAM!" klik cetak
set "POKIN_HASIL=!errorlevel!"
:selesai
echo.
if not defined POKIN_DIAM (
  echo Tekan sembarang tombol untuk menutup jendela ini.
  pause >nul
)
popd
exit !POKIN_HASIL!
