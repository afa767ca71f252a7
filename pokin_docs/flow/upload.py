"""The PDFs for e-SAKIP Reviu (esr.menpan.go.id): one for each kind that is uploaded, and a list of what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.printed import NO_YEAR, identity
from pokin_docs.documents.structure_order import in_order_of_structure
from pokin_docs.files.whole_file import write_where_other, write_whole
from pokin_docs.flow.bound import pdf_path
from pokin_docs.flow.zips import ZIP, pack
from pokin_docs.model.printing import slug
from pokin_docs.model.rows import BukuKerja
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
    known = {kind.kode for kind in kinds}
    with machine_trouble(folder):
        for upload in UPLOADS:
            name = f"{year}_{upload.name}_{agency}.pdf"
            mine = _of_upload(upload, standing, plan, kinds)
            pdfs = [path for path in map(pdf_path, (one.path for one in mine)) if (folder / path).is_file()]
            reason = _lack(upload, len(mine), len(pdfs), known)
            if pdfs:
                _join(folder, f"{home}/{name}", pdfs)
                found[name] = folder / home / name
            elif (folder / home / name).is_file():
                (folder / home / name).unlink()
            if reason:
                missing.append((upload.name, reason))
            lines.append(f"{'[x]' if pdfs else '[ ]'} {name if pdfs else upload.name}{f': {reason}' if reason else ''}")
        listed = f"Daftar-e-SAKIP_{year}.txt"
        make_folder(folder / home)
        write_where_other(folder / home / listed, ("\r\n".join(lines) + "\r\n").encode("utf-8-sig"))
        pack(folder, f"{home}.zip", {listed: folder / home / listed, **found}, plan.cycle.tanggal)
    return Upload(f"{home}.zip", len(found), tuple(missing))


def _of_upload(
    upload: UploadKind, documents: tuple[Dokumen, ...], plan: Plan, kinds: tuple[DocumentKind, ...]
) -> list[Dokumen]:
    """The documents of a kind of upload, papers of officials in the order of the structure."""
    whole = {kind.kode for kind in kinds if kind.by_chapter}
    found = []
    for code in upload.codes:
        mine = [one for one in documents if one.jenis == code]
        mine = mine[:1] if code in whole else mine
        ordered = in_order_of_structure(mine, lambda one: one.post, plan.pejabat)
        found += [one for _, one in ordered] if any(one.post for one in mine) else mine
    return found


def _lack(upload: UploadKind, wanted: int, made: int, known: set[str]) -> str:
    """What is missing of a kind of upload, in words; empty where nothing is."""
    if not upload.codes or (made and made == wanted):
        return upload.lacks
    if not wanted or not known.intersection(upload.codes):
        return "belum dibuat: isinya belum ada di buku kerja"
    return f"{wanted - made} dari {wanted} dokumen belum ada PDF-nya; jalankan dengan --pdf"


def _join(folder: Path, path: str, pdfs: list[str]) -> None:
    """Write the PDFs one behind the other, where they are others than those of last time."""
    from pokin_docs.pdf.bind import is_joined_of, joined

    target = folder / path
    source = digest("|".join(sha256_of(folder / pdf) or "" for pdf in pdfs).encode())
    if target.is_file() and is_joined_of(target.read_bytes(), source):
        return
    make_folder(target.parent)
    write_whole(target, joined([(folder / pdf).read_bytes() for pdf in pdfs], source))
