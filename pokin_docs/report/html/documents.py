"""The documents of the build with links to their files, and what is still missing in each."""

from __future__ import annotations

from pathlib import PurePosixPath

from markupsafe import Markup

from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.model.levels import JenisPk
from pokin_docs.report.html.material import BahanLaporan, link

_JOIN = Markup("")
_KELOMPOK = {"renstra": "Renstra"}
_LAMPIRAN = {
    ".xlsx": "buku kerja dengan sel bertemuan diwarnai dan dikomentari",
    ".xlsm": "buku kerja dengan sel bertemuan diwarnai dan dikomentari",
    ".svg": "gambar pohon, tajam pada ukuran berapa pun",
    ".png": "gambar pohon untuk ditempel",
    ".pptx": "pohon yang kotak-kotaknya dapat dipindahkan",
    ".docx": "pohon untuk dicetak",
}
"""What the other files are, by the ends of their names."""


def documents(bahan: BahanLaporan) -> Markup:
    """The documents by kind in the order of the plan, then the other files of the folder."""
    by_kind: dict[str, list[Markup]] = {}
    for index, entry in sorted(enumerate(bahan.dokumen), key=lambda pair: _order(pair[1])):
        by_kind.setdefault(_kind(entry), []).append(_item(index, entry, bahan))
    groups = _JOIN.join(_group(judul, entries) for judul, entries in by_kind.items())
    empty = Markup("") if groups else Markup('<p class="hampa">Belum ada dokumen dalam pembangunan ini.</p>')
    return groups + empty + _others(bahan)


def _order(entry: Dokumen) -> int:
    """PKs by class from the top, everything else behind them."""
    classes = [kelas.value for kelas in JenisPk]
    return classes.index(entry.isi.jenis_pk) if isinstance(entry.isi, PerjanjianKinerja) else len(classes)


def _kind(entry: Dokumen) -> str:
    if isinstance(entry.isi, PerjanjianKinerja):
        return JenisPk(entry.isi.jenis_pk).label
    return _KELOMPOK.get(entry.jenis, entry.jenis.replace("-", " ").capitalize())


def _group(judul: str, entries: list[Markup]) -> Markup:
    return Markup(
        '<section class="kelompok"><h3>{} <span class="sub">{}</span></h3><ul class="berkas">{}</ul></section>'
    ).format(judul, len(entries), _JOIN.join(entries))


def _item(index: int, entry: Dokumen, bahan: BahanLaporan) -> Markup:
    preview = bahan.pratinjau.get(entry.jalur)
    return Markup('<li id="d{}"><div><a href="{}">{}</a>{}</div><div>{}{}</div></li>').format(
        index,
        link(entry.jalur),
        bahan.judul(entry),
        _parties(entry),
        _marks(bahan.tanda(entry)),
        Markup('<a href="{}">Pratinjau</a>').format(link(preview)) if preview else "",
    )


def _parties(entry: Dokumen) -> Markup:
    isi = entry.isi
    if not isinstance(isi, PerjanjianKinerja):
        return Markup("")
    names = [
        party.nama if isinstance(party.nama, str) and party.nama else "nama belum diisi"
        for party in (isi.pihak_pertama, isi.pihak_kedua)
    ]
    return Markup("<span>{} kepada {}</span>").format(*names)


def _marks(tanda: tuple[str, ...]) -> Markup:
    if not tanda:
        return Markup("<b>lengkap</b>")
    items = _JOIN.join(Markup("<li>{}</li>").format(mark.strip("[]")) for mark in tanda)
    return Markup("<details><summary>{} belum diisi</summary><ul>{}</ul></details>").format(len(tanda), items)


def _others(bahan: BahanLaporan) -> Markup:
    if not bahan.lampiran:
        return Markup("")
    items = _JOIN.join(
        Markup('<li><div><a href="{}">{}</a><small>{}</small></div></li>').format(
            link(jalur), jalur, _LAMPIRAN.get(PurePosixPath(jalur).suffix.lower(), "")
        )
        for jalur in bahan.lampiran
    )
    return Markup('<section class="kelompok"><h3>Berkas lain</h3><ul class="berkas">{}</ul></section>').format(items)
