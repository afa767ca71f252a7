#!/bin/sh
cd "$(dirname "$0")/.." || exit 4
program=pipeline.py
[ -e "$program" ] || program=pipeline.py
hasil=4
if [ ! -e "$program" ]; then
  echo "Program tidak ada lagi di $program."
  echo "Jalankan perintah mulai sekali lagi, atau betulkan tempatnya di berkas ini."
elif ! command -v python3 >/dev/null; then
  echo "Python belum terpasang di komputer ini."
  echo "Pasang Python 3 (https://www.python.org/downloads/ atau paket python3), lalu klik ganda lagi."
else
  python3 "$program" klik cetak "$@"
  hasil=$?
fi
if [ -z "$POKIN_DIAM" ]; then
  printf '\nTekan Enter untuk menutup jendela ini. '
  read -r _
fi
exit $hasil
