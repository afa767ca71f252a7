"""Text typed into a Renstra written into its document beside the workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pokin_docs.documents.narrative import RichText
from pokin_docs.flow.collect import Collection
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.locations import is_file
from pokin_docs.model.refusals import refusal


def keep(collection: Collection) -> None:
    """Write what is new into the document beside the workbook, whole or not at all.

    Raises:
        MachineTrouble: It cannot be written; nothing may be replaced then.
    """
    if not collection.new:
        return
    from pokin_docs.files.whole_file import write_whole
    from pokin_docs.narrative.source import NarrativeRefused

    file = collection.file
    try:
        write_whole(file, _bytes(file, collection.new, collection.files))
    except NarrativeRefused as refused:
        raise MachineTrouble(
            f"{file} tidak dapat dibaca ({refused.reason}), padahal teks yang diketik di Renstra hendak ditambahkan.",
            "Betulkan atau pindahkan berkas itu, lalu jalankan lagi; tidak ada berkas yang diganti.",
        ) from refused
    except OSError as fault:
        raise MachineTrouble(
            f"{file} tidak dapat ditulis ({refusal(fault)}), padahal teks yang diketik di Renstra hendak disimpan.",
            "Tutup berkas itu di Word atau periksa izin menulis di foldernya, lalu jalankan lagi.",
        ) from fault


def _bytes(file: Path, new: Mapping[str, RichText], files: Iterable[str]) -> bytes:
    """The document with new texts in it, and the fingerprints of the files that they come from."""
    from pokin_docs.files.zip_bytes import added, assemble
    from pokin_docs.narrative.collected import laid_out
    from pokin_docs.narrative.remembered import remembering
    from pokin_docs.templating.fill import rich_text
    from pokin_docs.templating.fill.package import TemplateParts
    from pokin_docs.templating.fill.rich_host import host_of
    from pokin_docs.templating.signs import RICH_END, RICH_START

    data = file.read_bytes() if is_file(file) else None
    for key, text in new.items():
        laid = laid_out(file, data, ((key, f"{RICH_START}{text.digest}{RICH_END}"),))
        named = laid.body + b"<!-- naskah -->"  # the office may have deleted every such word
        host = host_of(TemplateParts(laid.parts | {laid.main: named}, {}, laid.main))
        body, moved = rich_text.put(laid.body, text, host, {})
        whole = remembering(laid.parts | {laid.main: body}, files)
        parts = {name: added(name, part) for name, part in whole.items()}
        data = assemble((parts | moved).values())
    assert data is not None  # something is new
    return data
