"""Documents with what they print for their signatures, as Identitas asks for it."""

from __future__ import annotations

from dataclasses import replace

from pokin_docs.documents.about import plain_text
from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.qr_picture import MAX_BYTES, qr_picture
from pokin_docs.documents.signed.content import NO_AIDS, SignedContent, SigningAids, with_aids
from pokin_docs.documents.signers import values_hash
from pokin_docs.documents.values import PrintedPicture
from pokin_docs.model.signing_settings import SigningSettings

_FIRST_VERSION = "murni"


def aided(document: Dokumen, kind: DocumentKind, asked: SigningSettings) -> Dokumen:
    """The document with the aids that are asked for; the same where it is none that is signed.

    Args:
        document: The document, with its time.
        kind: Its kind.
        asked: What Identitas says.
    """
    content = document.content
    if asked.is_off or not isinstance(content, SignedContent) or not kind.signing(content).signatures:
        return document
    tte = _aids(asked) if asked.electronic else NO_AIDS
    qr: PrintedPicture | str = ""
    fingerprint = ""
    if asked.qr:
        fingerprint = values_hash(content)
        qr = qr_picture(qr_text(document, kind, fingerprint))
    return replace(document, content=with_aids(content, tte, qr, fingerprint))


def _aids(asked: SigningSettings) -> SigningAids:
    first, second, *below = (*asked.marks, "", "", "", "")[:4]
    return SigningAids(True, first, second, below[0], below[1], asked.fields, asked.sentence)


def qr_text(document: Dokumen, kind: DocumentKind, fingerprint: str) -> str:
    """What the QR of a document says: document, year, official, version, and the hash of its values.

    Args:
        document: The document.
        kind: Its kind.
        fingerprint: The first digits of the hash of its values.
    """
    first = kind.signing(document.content).signatures[0].party
    name = first.nama if isinstance(first.nama, str) and first.nama else first.jabatan
    post = f" ({document.post})" if document.post else ""
    head = f"{kind.nama} {document.time}".rstrip() + "\n"
    tail = f"\nversi {document.valid or _FIRST_VERSION}\nsidik {fingerprint}"
    room = MAX_BYTES - len((head + tail).encode())
    return head + _within(plain_text(name), post, room) + tail


def _within(name: str, post: str, room: int) -> str:
    """A name and the ID of its post in so many bytes; a longer name loses its last words, a longer ID goes first."""
    if len(post.encode()) > room // 2:
        post = ""
    words = name.replace("\u00a0", " ").split()
    while len(words) > 1 and len((" ".join(words) + post).encode()) > room:
        words.pop()
    return " ".join(words).rstrip(",").encode()[: room - len(post.encode())].decode("utf-8", "ignore") + post
