"""Per official: what he promises, to whom, and with which budget, as his PK says it."""

from __future__ import annotations

from markupsafe import Markup

from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.pk.content import PerjanjianKinerja, SasaranPk
from pokin_docs.documents.values import Tanda, Teks
from pokin_docs.model.levels import JenisPk, KomponenPerencanaan
from pokin_docs.model.posts import Pejabat
from pokin_docs.report.html.material import BahanLaporan, code_anchor, short

_JOIN = Markup("")
_WARNA = {komponen.jenis_pk: komponen.value for komponen in KomponenPerencanaan if komponen.jenis_pk}


def people(bahan: BahanLaporan) -> Markup:
    """One part per PK in the order of the plan, then the officials who promise nothing."""
    parts = _JOIN.join(_person(index, entry, isi, bahan) for index, (entry, isi) in enumerate(bahan.perjanjian))
    if not parts:
        return Markup('<p class="hampa">Belum ada baris yang masuk ke Perjanjian Kinerja.</p>')
    search = Markup(
        '<form class="saring" id="saring-pejabat" role="search" aria-label="Saring pejabat" hidden>'
        '<label class="lebar"><span class="samar">Cari pejabat</span>'
        '<input type="search" name="teks" placeholder="Cari nama, jabatan, kinerja …" autocomplete="off"></label>'
        '<p class="sub" role="status" id="jumlah-pejabat"></p></form>'
    )
    return search + Markup('<div class="para-pejabat">{}</div>').format(parts) + _idle(bahan.rencana.tanpa_kinerja)


def _person(index: int, entry: Dokumen, isi: PerjanjianKinerja, bahan: BahanLaporan) -> Markup:
    kelas = JenisPk(isi.jenis_pk)
    return Markup(
        '<details class="t{}" id="p{}"><summary><i>{}</i><b>{}</b><small>{}</small><em>{} kinerja</em></summary>'
        "<div><p>Berjanji kepada {}. {}</p><ul>{}</ul>{}</div></details>"
    ).format(
        _WARNA.get(kelas, "l"),
        index,
        kelas.label,
        _text(isi.pihak_pertama.jabatan),
        _text(isi.pihak_pertama.nama),
        len(isi.daftar_sasaran),
        _superior(index, isi, bahan),
        _file(entry, bahan),
        _promises(entry, isi, bahan),
        _budget(isi, bahan),
    )


def _superior(index: int, isi: PerjanjianKinerja, bahan: BahanLaporan) -> Markup:
    """The post of the second party: a link to its own part, or with the name where there is none."""
    id_ = next((id_ for id_, place in bahan.nomor_perjanjian.items() if place == index), "")
    place = bahan.nomor_perjanjian.get(bahan.rencana.atasan.get(id_, ""))
    title, name = _text(isi.pihak_kedua.jabatan), _text(isi.pihak_kedua.nama)
    if place is not None:
        return Markup('<a href="#p{}">{}</a>').format(place, title)
    return Markup("<b>{}</b> ({})").format(title, name) if name else Markup("<b>{}</b>").format(title)


def _file(entry: Dokumen, bahan: BahanLaporan) -> Markup:
    if not bahan.terbangun(entry):
        return Markup("Dokumennya tidak dibangun kali ini.")
    marks = len(bahan.tanda(entry))
    return Markup('<a href="#d{}">Buka PK</a>{}').format(
        bahan.nomor_dokumen(entry), Markup(" <mark>{} belum diisi</mark>").format(marks) if marks else ""
    )


def _promises(entry: Dokumen, isi: PerjanjianKinerja, bahan: BahanLaporan) -> Markup:
    nodes = bahan.simpul_dokumen(entry)
    # The rows of a PK follow the cells it was made from; where they do not, no row is given a wrong number.
    numbers = [(node.nomor, short(node)) for node in nodes] if len(nodes) == len(isi.daftar_sasaran) else []
    return _JOIN.join(
        _promise(sasaran, numbers[place] if numbers else None) for place, sasaran in enumerate(isi.daftar_sasaran)
    )


def _promise(sasaran: SasaranPk, node: tuple[int, str] | None) -> Markup:
    number = Markup('<a href="#k{}">{}</a> ').format(*node) if node else ""
    rows = _JOIN.join(
        Markup("<li>{} <b>{} {}</b></li>").format(_text(item.indikator), _text(item.target), _text(item.satuan))
        for item in sasaran.daftar_indikator
    )
    return Markup("<li>{}{}<ul>{}</ul></li>").format(number, _text(sasaran.sasaran), rows)


def _budget(isi: PerjanjianKinerja, bahan: BahanLaporan) -> Markup:
    """The second table of the PK; a name stands where the link leads, and JavaScript fetches it."""
    if not isi.daftar_anggaran:
        return _JOIN
    rows = _JOIN.join(
        Markup('<tr class="{}"><td>{}</td><td>{}</td></tr>').format(
            item.tingkat,
            Markup('<a href="{}">{}</a>').format(code_anchor(item.kode), item.kode)
            if item.kode in bahan.rencana.program
            else Markup("{} {}").format(item.kode, _text(item.nama)),
            _text(item.anggaran),
        )
        for item in isi.daftar_anggaran
    )
    if len(isi.daftar_anggaran) > 1:
        rows += Markup("<tr><th>Jumlah</th><td>{}</td></tr>").format(_text(isi.total_anggaran))
    return Markup("<table><caption>Anggaran (Rp)</caption>{}</table>").format(rows)


def _idle(posts: tuple[Pejabat, ...]) -> Markup:
    if not posts:
        return _JOIN
    items = _JOIN.join(
        Markup('<li>{} <span class="sub">{} · {}</span></li>').format(
            post.jabatan_lengkap or post.id, post.nama.teks, post.jenis_pk.label if post.jenis_pk else ""
        )
        for post in posts
    )
    return Markup(
        '<section class="kelompok"><h3>Belum mempunyai kinerja <span class="sub">{}</span></h3>'
        '<ul class="polos">{}</ul></section>'
    ).format(len(posts), items)


def _text(teks: Teks) -> Markup:
    """The text, or the mark that stands for it, visible as such."""
    if isinstance(teks, Tanda):
        return Markup("<mark>{}</mark>").format(teks.teks.strip("[]"))
    return Markup("{}").format(teks)
