"""The part of ``docs/ketepatan.md`` about trees that others judged, and about official sentences."""

from __future__ import annotations

from typing import Any

from judged_sets import UNJUDGED

JUDGED = ("benar", "tergantung", "keliru")
SEEDS = {
    "ketik": "salah ketik, dengan kata yang betul",
    "proses": "proses yang diukur di atas sub kegiatan",
    "ulang": "indikator yang mengulang kegiatan kinerjanya",
    "samar": "ukuran tanpa batas",
    "nama": "nama kegiatan sebagai kinerja",
    "naik": "kalimat resmi satu tingkat terlalu tinggi",
    "potong": "kalimat resmi yang terpotong",
    "ganda": "dua ukuran",
    "sama": "kinerja yang sama dengan induknya",
    "dekat": "kinerja yang hampir sama dengan induknya",
    "indsama": "indikator yang sama dengan induknya",
    "tanpaukuran": "indikator tanpa ukuran",
    "satodd": "satuan yang tidak dikenal",
    "mningkatjumlah": "kinerja yang berbunyi seperti indikator",
    "jumlah": "jumlah keluaran untuk Sasaran Program",
    "kertas": "kertas yang dihitung",
    "takterkait": "indikator hal lain",
    "tautologi": "ukuran yang mengulang pokoknya",
    "verb": "kata kerja tingkat lain",
    "i03": "persentase untuk sub kegiatan",
    "mirip": "dua hal yang sebenarnya satu (diam)",
    "dekatdiam": "jenis yang berbeda (diam)",
    "satok": "satuan yang betul (diam)",
    "bukanproses": "hasil yang mirip proses (diam)",
    "bukansamar": "nama yang mirip ukuran samar (diam)",
}
"""Kinds of what was put into judged trees, in the words of the page."""


def lines(outside: dict[str, Any]) -> list[str]:
    """The part of the page about what others judged, and about official sentences.

    Args:
        outside: What ``penilaian-luar.json`` holds.
    """
    found = ["", "## Dinilai orang lain", ""]
    found += [
        "Dengan daftar nomenklatur di sebelah buku kerja, dan tanpa daftar. Temuan aturan yang lebih baru dari",
        "penilaiannya belum dinilai siapa pun dan tidak ikut persentase.",
    ]
    for entry in outside["set"]:
        found += _set_lines(entry)
    official = outside["nomenklatur"]
    found += [
        "",
        "## Kalimat nomenklatur tanpa daftarnya",
        "",
        f"Dari {official['kalimat']} kinerja dan indikator resmi kabupaten dan kota, {official['peringatan']} "
        f"({_percent(official['peringatan'], official['kalimat'])}) mendapat peringatan.",
        "Yang dikenal adalah daftar pemutakhiran 2027 (`nomenklatur.sidik`); kalimat resmi yang tidak ada di sana",
        f"dinilai seperti kalimat lain: tanpa sidik itu {official['tanpa_sidik']} "
        f"({_percent(official['tanpa_sidik'], official['kalimat'])}) akan mendapat peringatan.",
    ]
    return found


def _set_lines(entry: dict[str, Any]) -> list[str]:
    """A judged set: verdicts, what was put in and found, and what was said of faultless sentences."""
    with_list, without = entry["dengan_daftar"], entry["tanpa_daftar"]
    lines = ["", f"### {entry['nama']}", "", *entry["keterangan"], ""]
    if entry.get("lama"):
        lines += ["Set ini tidak ada ketika yang lain diukur ulang: angkanya dari pengukuran sebelumnya.", ""]
    lines += [
        "| Daftar | Tingkat | Benar | Tergantung | Keliru | Belum dinilai | Benar | Benar atau tergantung |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, figures in (("ada", with_list), ("tidak ada", without)):
        for severity, found in sorted(figures["verdicts"].items()):
            benar, tergantung, keliru = (found.get(verdict, 0) for verdict in JUDGED)
            judged = benar + tergantung + keliru
            lines.append(
                f"| {name} | {severity} | {benar} | {tergantung} | {keliru} | {found.get(UNJUDGED, 0)} "
                f"| {_percent(benar, judged)} | {_percent(benar + tergantung, judged)} |"
            )
    told = sum(sum(found.values()) for found in with_list["verdicts"].values())
    share = f"{told / with_list['rows']:.2f}".replace(".", ",")
    lines += [
        "",
        f"{share} temuan per baris dengan daftar. Dari {with_list['right']} sel yang temuannya dinilai benar, "
        f"{with_list['right_told']} tetap disebut ({without['right_told']} tanpa daftar).",
    ]
    if not with_list["seeds"]:
        return lines
    lines += ["", "| Yang ditaruh | Dengan daftar | Tanpa daftar | Dari |", "|---|---|---|---|"]
    for kind, words in SEEDS.items():
        if kind in with_list["seeds"]:
            found, count = with_list["seeds"][kind]
            lines.append(f"| {words} | {found} | {without['seeds'][kind][0]} | {count} |")
    for name, figures in (("Dengan", with_list), ("Tanpa", without)):
        lines += [
            "",
            f"{name} daftar, dari {figures['clean']} kalimat tanpa kesalahan {figures['told']} "
            f"({_percent(figures['told'], figures['clean'])}) mendapat temuan W atau I,",
            f"{figures['typing_alarms']} tentang salah ketik; dari {figures['official']} di antaranya yang resmi, "
            f"{figures['official_warned']} mendapat peringatan.",
        ]
    return lines


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %".replace(".", ",") if whole else "–"
