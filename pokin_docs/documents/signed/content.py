"""What a paper prints for its signatures beside its own content: markers, a sentence in the footer, a QR."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.qr_picture import SAMPLE_QR
from pokin_docs.documents.values import PrintedPicture


@dataclass(frozen=True, slots=True)
class SigningAids:
    """For the electronic signature (domain.md 6.3); all texts are empty where it is not used.

    Each marker stands once in the text of a paper, unseen: at it the signing service puts what is seen.
    """

    aktif: Annotated[bool, says("ya bila naskah ini ditandatangani elektronik", True, False)] = False
    pertama: Annotated[str, says("penanda tak tampak bagi penanda tangan pertama", "^")] = ""
    kedua: Annotated[str, says("penanda tak tampak bagi penanda tangan kedua", "~")] = ""
    lampiran_pertama: Annotated[str, says("penanda bagi penanda tangan pertama pada lampiran; boleh kosong", "#")] = ""
    lampiran_kedua: Annotated[str, says("penanda bagi penanda tangan kedua pada lampiran; boleh kosong", "$")] = ""
    isian: Annotated[bool, says("ya bila PDF-nya diberi isian tanda tangan kosong", True, False)] = False
    kalimat: Annotated[str, says("kalimat kaki halaman tentang TTE; boleh kosong", "Ditandatangani elektronik")] = ""


NO_AIDS = SigningAids()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedContent:
    """The content of a paper that is signed."""

    tte: Annotated[SigningAids, says("tanda tangan elektronik")] = NO_AIDS
    qr: Annotated[PrintedPicture | str, says("kode QR untuk verifikasi; kosong bila tidak dipakai", SAMPLE_QR)] = ""
    sidik: Annotated[str, says("sidik isi naskah, di bawah kode QR; boleh kosong", "0123456789abcdef")] = ""


AIDS = frozenset(field.name for field in fields(SignedContent))
"""Fields that are no content of the paper itself."""


def with_aids(content: SignedContent, tte: SigningAids, qr: PrintedPicture | str, fingerprint: str) -> SignedContent:
    """The same content with these aids.

    Args:
        content: The content.
        tte: For the electronic signature.
        qr: The QR; empty for none.
        fingerprint: What stands below the QR.
    """
    return replace(content, tte=tte, qr=qr, sidik=fingerprint)
