"""The PDFs for e-SAKIP Reviu (esr.menpan.go.id): one for each kind that is uploaded, and a list of what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.printed import NO_YEAR, identity
from pokin_docs.documents.structure_order import in_order_of_structure
from pokin_docs.files.whole_file import write_where_other, write_whole
from pokin_docs.flow.bound import pdf_path
from pokin_docs.flow.derived import ZIP, DerivedFiles, remember
from pokin_docs.flow.zips import pack
from pokin_docs.model.printing import slug
from pokin_docs.model.rows import BukuKerja
from pokin_docs.pdf.record import PdfEntry
from pokin_docs.render.sharing import make_folder
from pokin_docs.render.standing_files import digest, sha256_of
from pokin_docs.render.trouble import machine_trouble


@dataclass(frozen=True, slots=True)
class UploadKind:
    """A kind of upload: its name, the ``kode`` of the documents it holds, and what the office adds itself."""

    name: str
    codes: tuple[str, ...] = ()
    lacks: str = ""


_OF_OFFICE = "tidak dibuat program ini; unggah dari kantor"
UPLOADS = (
    UploadKind("Renstra", ("renstra", "renstra-86")),
    UploadKind("Pohon-Kinerja", ("cascading-word", "crosscutting", "peran-hasil")),
    UploadKind("Renja-RKT", ("rkt", "renja-29", "renja-33"), "hanya RKT dan tabel Renja; naskah Renja dari kantor"),
    UploadKind("IKU", ("iku", "manual-iku")),
    UploadKind("Perjanjian-Kinerja", ("pk",)),
    UploadKind("Rencana-Aksi", ("renaksi-pd", "renaksi")),
    UploadKind("Pengukuran", ("monev", "capaian")),
    UploadKind("LKjIP", ("lkjip",), "hanya Bab III; bab lain dari kantor"),
    UploadKind("SKP", ("skp",)),
    UploadKind("LHE-Internal", lacks=_OF_OFFICE),
    UploadKind("DPA", lacks=_OF_OFFICE),
    UploadKind("Pedoman-Teknis", lacks=_OF_OFFICE),
)
"""What the portal takes, as far as it was seen."""


@dataclass(frozen=True, slots=True)
class Upload:
    """What was made for uploading: the zip, the number of PDFs, and what is missing or not whole, by name."""

    path: str
    count: int
    missing: tuple[tuple[str, str], ...]


def make_upload(
    folder: Path, documents: Iterable[Dokumen], plan: Plan, kinds: tuple[DocumentKind, ...], book: BukuKerja
) -> Upload:
    """Join the PDFs of each kind that is uploaded, and pack them with a list; the same PDFs give the same bytes.

    Args:
        folder: The build folder.
        documents: All documents of the plan.
        plan: For the year, and the order of the papers of officials.
        kinds: Their kinds; of the Renstra only the whole is uploaded.
        book: For the name of the agency.

    Raises:
        MachineTrouble: The folder cannot be written.
    """
    year = str(plan.cycle.tahun or NO_YEAR)
    agency = slug(identity(book, "nama_pd").clean, 60) or folder.name
    home, lines = f"{ZIP}/e-SAKIP_{year}", []
    standing, missing, found = tuple(documents), [], {}
    work, made, gone = _Uploading(folder, kinds), dict[str, PdfEntry](), []
    with machine_trouble(folder):
        for upload in UPLOADS:
            name = f"{year}_{upload.name}_{agency}.pdf"
            mine = _of_upload(upload, standing, plan, work.by_chapter)
            pdfs = work.pdfs_of(mine)
            reason, is_ready = work.lack(upload, mine, len(pdfs))
            if pdfs:
                made[f"{home}/{name}"] = work.join(f"{home}/{name}", mine, pdfs)
                found[name] = folder / home / name
            elif (folder / home / name).is_file():
                (folder / home / name).unlink()
                gone.append(f"{home}/{name}")
            if reason:
                missing.append((upload.name, reason))
            sign = "x" if is_ready else "!" if pdfs else " "
            lines.append(f"[{sign}] {name if pdfs else upload.name}{f': {reason}' if reason else ''}")
        listed = f"Daftar-e-SAKIP_{year}.txt"
        data = ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")
        make_folder(folder / home)
        write_where_other(folder / home / listed, data)
        made[f"{home}/{listed}"] = PdfEntry("", "", digest(data), len(lines), parts=work.all_parts())
        files = {listed: folder / home / listed, **found}
        made[f"{home}.zip"] = pack(folder, f"{home}.zip", files, plan.cycle.tanggal)
        remember(folder, made, gone)
    return Upload(f"{home}.zip", len(found), tuple(missing))


@dataclass
class _Uploading:
    """The documents of a build folder while they are joined for uploading."""

    folder: Path
    kinds: tuple[DocumentKind, ...]

    def __post_init__(self) -> None:
        self.derived = DerivedFiles(self.folder)
        self.marks = {one.file: len(one.tanda) for one in self.derived.manifest.dokumen}
        self.codes = {kind.kode for kind in self.kinds}
        self.by_chapter = {kind.kode for kind in self.kinds if kind.by_chapter}
        self.asked: dict[str, str] = {}

    def pdfs_of(self, documents: list[Dokumen]) -> list[str]:
        """The PDFs of these that stand and are not older than their documents."""
        paths = [pdf_path(one.path) for one in documents]
        found = [path for path in paths if self.derived.is_current(path)]
        self.asked |= {path: (sha256_of(self.folder / path) or "") if path in found else "" for path in paths}
        return found

    def all_parts(self) -> tuple[tuple[str, str], ...]:
        """Every PDF that was asked for, with its sha256; without one what was not there."""
        return tuple(self.asked.items())

    def lack(self, upload: UploadKind, documents: list[Dokumen], made: int) -> tuple[str, bool]:
        """What is missing of a kind of upload, in words (empty where nothing is); and whether it may be uploaded.

        Args:
            upload: The kind.
            documents: Its documents.
            made: How many of them have a PDF as they are now.
        """
        wanted = len(documents)
        if not upload.codes:
            return upload.lacks, False
        if not wanted or not self.codes.intersection(upload.codes):
            return "belum dibuat: isinya belum ada di buku kerja", False
        if made < wanted:
            old = sum((self.folder / pdf_path(one.path)).is_file() for one in documents) - made
            none = wanted - made - old
            both = (
                f"{none} dari {wanted} dokumen belum ada PDF-nya" if none else "",
                f"{old} PDF lebih lama dari dokumennya" if old else "",
            )
            return f"{', '.join(filter(None, both))}; jalankan dengan --pdf", False
        marks = {one.path: self.marks.get(one.path, len(one.tanda)) for one in documents}
        unfinished = [path for path, count in marks.items() if count]
        if not unfinished:
            return upload.lacks, True
        where = f" di {len(unfinished)} dari {wanted} dokumen" if wanted > 1 else ""
        said = f"belum lengkap: {sum(marks.values())} isian masih kosong{where}; jangan diunggah dahulu"
        return f"{said}; {upload.lacks}" if upload.lacks else said, False

    def join(self, path: str, documents: list[Dokumen], pdfs: list[str]) -> PdfEntry:
        """Write PDFs one behind the other, where they are others than last time; return what is to be known of it.

        Args:
            path: Where it goes.
            documents: The documents that were asked for.
            pdfs: Their PDFs, in order.
        """
        from pokin_docs.pdf.bind import is_joined_of, joined

        target = self.folder / path
        parts = tuple((pdf, self.asked[pdf]) for pdf in pdfs)
        source = digest("|".join(sha256 for _, sha256 in parts).encode())
        data = target.read_bytes() if target.is_file() else b""
        if not data or not is_joined_of(data, source):
            make_folder(target.parent)
            data = joined([(self.folder / pdf).read_bytes() for pdf in pdfs], source)
            write_whole(target, data)
        times = {(one.jenis, one.time) for one in documents if one.jenis not in self.by_chapter}
        whole = tuple(sorted(times)) if len(pdfs) == len(documents) else ()
        return PdfEntry(source, "", digest(data), len(pdfs), parts=parts, whole=whole)


def _of_upload(upload: UploadKind, documents: tuple[Dokumen, ...], plan: Plan, whole: Collection[str]) -> list[Dokumen]:
    """The documents of a kind of upload, papers of officials in the order of the structure.

    Args:
        upload: The kind of upload.
        documents: All documents.
        plan: For the structure.
        whole: Codes of the kinds that come by chapter too, of which only the whole is uploaded.
    """
    found = []
    for code in upload.codes:
        mine = [one for one in documents if one.jenis == code]
        mine = mine[:1] if code in whole else mine
        ordered = in_order_of_structure(mine, lambda one: one.post, plan.pejabat)
        found += [one for _, one in ordered] if any(one.post for one in mine) else mine
    return found
