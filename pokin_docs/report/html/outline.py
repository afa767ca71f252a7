"""The tree as nested lists: every node with all that is known of it. The panel beside the drawing shows these parts."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from pokin_docs.model.posts import with_degrees
from pokin_docs.model.printing import rupiah
from pokin_docs.model.texts import fold_sentence
from pokin_docs.model.tree import Indikator, Kinerja
from pokin_docs.report.html.material import BahanLaporan, cell_address, cells_of, code_anchor, short

_JOIN = Markup("")
_BELUM = Markup("<mark>{} belum diisi</mark>")


def outline(bahan: BahanLaporan) -> Markup:
    """All nodes from the roots down, each with its id ``k`` and its number in row order."""
    roots = tuple(kinerja for kinerja in bahan.rencana.pohon.kinerja if kinerja.induk is None)
    return _list(roots, bahan)


def _list(nodes: Iterable[Kinerja], bahan: BahanLaporan) -> Markup:
    items = _JOIN.join(
        Markup("<li>{}{}</li>").format(_node(kinerja, bahan), _list(bahan.rencana.pohon.anak(kinerja), bahan))
        for kinerja in nodes
    )
    return Markup("<ul>{}</ul>").format(items) if items else items


def _node(kinerja: Kinerja, bahan: BahanLaporan) -> Markup:
    jenis = Markup(" · {}").format(kinerja.jenis_pk.label) if kinerja.jenis_pk else ""
    return Markup(
        '<details class="t{}" id="k{}"><summary><small>{} {}{}</small><b>{}</b></summary><div>{}</div></details>'
    ).format(
        kinerja.komponen.value,
        kinerja.nomor,
        short(kinerja),
        kinerja.komponen.label,
        jenis,
        kinerja.teks.teks if kinerja.teks else _BELUM.format("kinerja"),
        _content(kinerja, bahan),
    )


def _content(kinerja: Kinerja, bahan: BahanLaporan) -> Markup:
    indikator = _JOIN.join(_indicator(item, bahan) for item in kinerja.indikator)
    facts = _JOIN.join(
        Markup("<dt>{}</dt>{}").format(judul, items)
        for judul, items in (
            (f"Pagu {bahan.rencana.siklus.tahun or ''}", _components(kinerja, bahan)),
            ("Pemilik", _owners(kinerja, bahan)),
            ("Dokumen", _documents(kinerja, bahan)),
            ("Temuan", _findings(kinerja, bahan)),
            ("Didukung perangkat daerah lain", _helpers(kinerja, bahan)),
            ("Sel", _cells(kinerja)),
        )
        if items
    )
    return Markup("<ol>{}</ol><dl>{}</dl>").format(indikator, facts)


def _helpers(kinerja: Kinerja, bahan: BahanLaporan) -> Markup:
    key = fold_sentence(kinerja.teks.teks)
    rows = (row for row in bahan.buku.lintas if row.pd_pendukung and fold_sentence(row.kinerja.teks) == key)
    return _JOIN.join(
        Markup("<dd>{}{}</dd>").format(
            row.pd_pendukung.teks,
            Markup(": {}").format(row.peran.teks) if row.peran else "",
        )
        for row in rows
    )


def _cells(kinerja: Kinerja) -> Markup:
    places = [cell.asal for cell in cells_of(kinerja)] or [kinerja.asal]
    shown = Markup(", ").join(Markup("<code>{}</code>").format(cell_address(place)) for place in places)
    return Markup("<dd>{}</dd>").format(shown)


def _indicator(indikator: Indikator, bahan: BahanLaporan) -> Markup:
    row = indikator.baris
    facts = [
        Markup("Satuan <b>{}</b>").format(row.satuan.teks) if row.satuan else _BELUM.format("satuan"),
        Markup("Kondisi awal <b>{}</b>").format(row.kondisi_awal.teks) if row.kondisi_awal else "",
        row.polaritas.teks if row.polaritas else "",
        Markup("<abbr>IKU</abbr>") if row.iku.bersih.casefold() in ("ya", "iku", "v", "x") else "",
    ]
    quarters = (row.tw1, row.tw2, row.tw3, row.tw4)
    if any(quarters):
        said = Markup(", ").join(cell.teks if cell else "–" for cell in quarters)
        facts.append(Markup("Triwulan I–IV <b>{}</b>").format(said))
    return Markup("<li><p>{}</p><p>{}</p>{}</li>").format(
        indikator.teks.teks if indikator.teks else _BELUM.format("indikator"),
        Markup(" · ").join(fact for fact in facts if fact),
        _targets(indikator, bahan),
    )


def _targets(indikator: Indikator, bahan: BahanLaporan) -> Markup:
    """The targets as a list that counts years: its numbers are the years themselves."""
    years = bahan.tahun_target
    if not years:
        return _JOIN
    items = _JOIN.join(
        Markup("<li{}>{}</li>").format(
            Markup(' value="{}"').format(year) if place and years[place - 1] != year - 1 else "",
            indikator.target[year].teks if indikator.target.get(year) else "–",
        )
        for place, year in enumerate(years)
    )
    return Markup('<ol start="{}">{}</ol>').format(years[0], items)


def emphasis(bahan: BahanLaporan) -> str:
    """The rule of the style sheet that lets the year of the PK stand out among the targets."""
    if bahan.rencana.siklus.tahun not in bahan.tahun_target:
        return ""
    place = bahan.tahun_target.index(bahan.rencana.siklus.tahun) + 1
    return f"[start] > :nth-child({place}) {{ background: var(--aksen-lunak) !important; font-weight: 640; }}\n"


def _components(kinerja: Kinerja, bahan: BahanLaporan) -> Markup:
    """Codes with their budget; the name stands where the link leads, and JavaScript fetches it."""
    tahun = bahan.rencana.siklus.tahun
    items = []
    for kode in kinerja.kode:
        entri = bahan.rencana.program.cari(kode)
        pagu = bahan.pagu(entri, tahun).nilai if entri and tahun is not None else None
        amount = Markup(" <b>Rp {}</b>").format(rupiah(pagu)) if pagu is not None else ""
        shown = (
            Markup('<a href="{}">{}</a>').format(code_anchor(kode), kode)
            if entri
            else Markup("{} <mark>tidak ada di lembar Program</mark>").format(kode)
        )
        items.append(Markup("<dd>{}{}</dd>").format(shown, amount))
    return _JOIN.join(items)


def _owners(kinerja: Kinerja, bahan: BahanLaporan) -> Markup:
    """Posts; who holds one stands where the link leads, and JavaScript fetches it."""
    items = []
    for id_ in kinerja.pemilik:
        post = bahan.rencana.pejabat.get(id_)
        if post is None:
            items.append(Markup("<dd>{}</dd>").format(id_))
            continue
        row = post.baris
        name = with_degrees(row.nama.teks, row.gelar_depan.teks, row.gelar_belakang.teks) if row.nama else ""
        place = bahan.nomor_perjanjian.get(id_)
        title = post.jabatan_lengkap or id_
        if place is not None:
            items.append(Markup('<dd><a href="#p{}">{}</a></dd>').format(place, title))
        else:
            items.append(
                Markup("<dd>{}{}</dd>").format(title, Markup("<small>{}</small>").format(name) if name else "")
            )
    return _JOIN.join(items)


def _documents(kinerja: Kinerja, bahan: BahanLaporan) -> Markup:
    """Links to the entries of the documents, where files and titles stand; JavaScript leads to the files at once."""
    common = {entry.jalur for entry in bahan.dokumen_semua}
    return _JOIN.join(
        Markup('<dd><a href="#d{}">{}</a>{}</dd>').format(
            bahan.nomor_dokumen(entry),
            "PK" if entry.jenis == "pk" else bahan.judul(entry),
            Markup(" <mark>ada tanda</mark>") if bahan.tanda(entry) else "",
        )
        for entry in bahan.dokumen_simpul(kinerja)
        if entry.jalur not in common
    )


def everywhere(bahan: BahanLaporan) -> Markup:
    """The documents that every node stands in, said once."""
    links = Markup(", ").join(
        Markup('<a href="#d{}">{}</a>').format(bahan.nomor_dokumen(entry), bahan.judul(entry))
        for entry in bahan.dokumen_semua
    )
    return Markup('<p id="dokumen-semua">Setiap kinerja juga berada dalam {}.</p>').format(links) if links else _JOIN


def _findings(kinerja: Kinerja, bahan: BahanLaporan) -> Markup:
    items = []
    for index in bahan.temuan_simpul(kinerja):
        finding = bahan.temuan[index]
        where = finding.tempat.alamat or f"baris {finding.tempat.baris}"
        items.append(Markup('<dd><a href="#t{}">{} {}</a></dd>').format(index, finding.kode, where))
    return _JOIN.join(items)
