"""A page of the drawn tree, as any document may print it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.sample_values import SAMPLE_PICTURES
from pokin_docs.documents.values import PrintedPicture


@dataclass(frozen=True, slots=True)
class TreePicture:
    """A page of the drawn tree with its caption; ``no`` counts from 1."""

    no: Annotated[str, says("nomor urut gambar", "1", "2")]
    judul: Annotated[
        str,
        says(
            "keterangan gambar",
            "Pohon Kinerja Dinas Contoh (bagian 1 dari 2)",
            "Pohon Kinerja Dinas Contoh (bagian 2 dari 2)",
        ),
    ]
    gambar: Annotated[
        PrintedPicture,
        says("gambarnya, sebesar yang dimuat halamannya; sendirian dalam paragraf di tengah", *SAMPLE_PICTURES),
    ]
