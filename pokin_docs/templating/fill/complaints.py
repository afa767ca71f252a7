"""What Jinja complains of, in a clerk's words."""

from __future__ import annotations

import re

TOO_DEEP = "tag bersarang terlalu dalam"
_MESSAGES = (
    (r"has no element (\S+)", r"daftar tidak mempunyai isi nomor [\1]"),
    (r"No (?:first|last) item", "daftar kosong, tidak ada isi pertama atau terakhirnya"),
    (r"Encountered unknown tag '(\w+)'", r"tag {% \1 %} tidak dikenal"),
    (r"Unexpected end of template.*innermost block.*'(\w+)'", r"tag {% \1 %} belum ditutup dengan {% end\1 %}"),
    (r"Unexpected end of template", "ada tag yang belum ditutup"),
    (r"No filter named '(\w+)'", r"penyaring \1 tidak dikenal"),
    (r"No test named '(\w+)'", r"uji \1 tidak dikenal"),
    (r"Expected an expression, got", "isian kosong atau tidak lengkap"),
    (r"expected token 'end of .*', got '(.+)'", r"'\1' tidak semestinya di dalam tag; nama isian tidak memakai spasi"),
    (r"expected token '(.+)', got 'end of .*'", r"tag tidak lengkap: kurang '\1'"),
    (r"expected token '(.+)', got '(.+)'", r"kurang '\1' sebelum '\2'"),
    (r"unexpected char '?(.+?)'? at \d+", r"huruf \1 tidak semestinya di dalam tag"),
    (r"unexpected '(.+)'", r"'\1' tidak semestinya di dalam tag"),
    (r"bukan teks yang dapat dicetak", "isian ini bukan teks yang dapat dicetak"),
    (r"half a character", "kode di dalam tag bukan huruf; tulis hurufnya sendiri"),
    (r"pecahan panjang", "hasil hitungan ini pecahan panjang; bulatkan dengan penyaring angka, misalnya |angka(2)"),
)  # fmt: skip


def in_indonesian(message: str) -> str:
    """The complaint of Jinja in a clerk's words; what has no translation is quoted."""
    for pattern, words in _MESSAGES:
        match = re.search(pattern, message, re.DOTALL)
        if match:
            return match.expand(words)
    return f"tag tidak dapat dijalankan ({message})"
