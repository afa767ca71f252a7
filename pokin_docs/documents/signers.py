"""Per person everything he signs: as which party, with whom, in which order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from pokin_docs.documents.about import plain_text, signer
from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.printed import party_of
from pokin_docs.documents.proof import Contradiction, Proof
from pokin_docs.documents.signed.content import AIDS
from pokin_docs.documents.signing import Signature
from pokin_docs.documents.structure_order import in_order_of_structure
from pokin_docs.documents.values import Pihak, PrintedPicture, Tanda, Text, field_values

READY, INCOMPLETE, SIGNED, PARTLY = "siap", "belum lengkap", "ditandatangani", "ditandatangani sebagian"
"""The states of a document on the way to its signatures."""
_HASH_SIGNS = 16


@dataclass(frozen=True, slots=True)
class SignedDocument:
    """A document as it was found with signatures: the hash of its values then, its file, who signed, and whether whole.

    ``intact`` is None where nobody could say.
    """

    values: str
    file: str
    names: tuple[str, ...]
    intact: bool | None = None


@dataclass(frozen=True, slots=True)
class PaperState:
    """How far a document is, and what is missing or who has signed."""

    word: str
    details: str = ""


@dataclass(frozen=True, slots=True)
class SignerLine:
    """One signature that a person gives.

    Attributes:
        id: ID of his post; empty for the head of the region, and where nobody is known.
        name: His name, on one line.
        post: His post.
        nip: His number; empty where he has none.
        title: What the document is called.
        path: Its path in the build folder.
        role: As which party he signs.
        others: Who else signs it.
        number: His place among those who sign it, from 1.
        count: How many sign it.
        day: The day it prints.
    """

    id: str
    name: str
    post: str
    nip: str
    title: str
    path: str
    role: str
    others: tuple[str, ...]
    number: int
    count: int
    day: str

    @property
    def person(self) -> str:
        """What tells him from others: a person may hold two posts."""
        return self.nip or self.name


def signer_lines(documents: Iterable[Dokumen], plan: Plan, kinds: tuple[DocumentKind, ...]) -> tuple[SignerLine, ...]:
    """Every signature below these documents: persons in the order of the structure, the head of the region first.

    What a person signs for himself comes before what he signs as superior, both in the order of kinds and structure.

    Args:
        documents: The documents.
        plan: For the posts.
        kinds: The kinds of the documents, in their order.
    """
    ids = {party_of(post): post.id for post in reversed(plan.every_pejabat)}
    lines = [
        line
        for kind in kinds
        for _, document in in_order_of_structure(
            (one for one in documents if one.jenis == kind.kode), lambda one: one.post, plan.pejabat
        )
        for line in _lines_of(document, kind, ids)
    ]
    persons: dict[str, list[SignerLine]] = {}
    above = [line for line in lines if _is_above(line, plan)]
    for _, line in (*(("", line) for line in above), *in_order_of_structure(
        (line for line in lines if line not in above), lambda line: line.id, plan.pejabat
    )):  # fmt: skip
        persons.setdefault(line.person, []).append(line)
    return tuple(line for own in persons.values() for line in sorted(own, key=lambda line: line.number))


def _is_above(line: SignerLine, plan: Plan) -> bool:
    """Whether it is the head of the region who signs: known by name, and without a class of PK."""
    post = plan.pejabat.get(line.id)
    return (post.jenis_pk is None and post.atasan is None) if post else not line.id and not line.post.startswith("[")


def _lines_of(document: Dokumen, kind: DocumentKind, ids: Mapping[Pihak, str]) -> Iterator[SignerLine]:
    signing = kind.signing(document.content)
    names = [_who(one) for one in signing.signatures]
    for number, one in enumerate(signing.signatures, start=1):
        yield SignerLine(
            id=ids.get(one.party, ""),
            name=signer(one.party.nama),
            post=plain_text(one.party.jabatan),
            nip=_number(one.party.nip),
            title=f"{kind.title_of(document)} {document.valid}".strip(),
            path=document.path,
            role=one.role,
            others=() if signing.apart else tuple(names[: number - 1] + names[number:]),
            number=1 if signing.apart else number,
            count=1 if signing.apart else len(names),
            day=plain_text(signing.day),
        )


def _who(one: Signature) -> str:
    return f"{signer(one.party.nama)} ({one.role})"


def _number(nip: Text) -> str:
    return nip.replace("\u00a0", "") if isinstance(nip, str) else ""


def signing_states(
    documents: Iterable[Dokumen],
    kinds: tuple[DocumentKind, ...],
    marks: Mapping[str, Iterable[str]],
    proof: Proof | None,
    signed: Mapping[str, SignedDocument],
) -> dict[str, PaperState]:
    """How far each document is, by its path.

    Args:
        documents: The documents.
        kinds: Their kinds.
        marks: What the marks of each say, by its path; where it is missing, those of its content.
        proof: What comparing the documents came to.
        signed: Those that were found signed, by path.
    """
    signing = {kind.kode: kind.signing for kind in kinds}
    against: dict[str, list[str]] = {}
    for told in proof.contradictions if proof else ():
        against.setdefault(told.path, []).append(_said(told))
    found = {}
    for one in documents:
        count = len(signing[one.jenis](one.content).signatures)
        known = signed.get(one.path)
        values = values_hash(one.content) if known else ""
        if count:
            found[one.path] = state_of(
                marks.get(one.path, one.tanda), against.get(one.path, ()), values, known, count
            )  # fmt: skip
    return found


def _said(one: Contradiction) -> str:
    where = f"{one.other} mencetak" if one.other else "seharusnya"
    return f"{one.place}: tercetak «{one.printed}», {where} «{one.meant}»"


def state_of(
    marks: Iterable[str], contradictions: Iterable[str], values: str, signed: SignedDocument | None, count: int
) -> PaperState:
    """How far a document is.

    Args:
        marks: What its marks say.
        contradictions: What it says otherwise than others.
        values: The hash of its values now.
        signed: How it was found with signatures, if it was; another content has lost them.
        count: How many sign it.
    """
    if signed is not None and signed.values == values and signed.names:
        whole = "" if signed.intact is not False else "; isinya berubah sesudah ditandatangani"
        word = SIGNED if len(signed.names) >= count and signed.intact is not False else PARTLY
        return PaperState(word, f"oleh {', '.join(signed.names)} ({signed.file}){whole}")
    missing = [*(mark.strip("[]") for mark in marks), *contradictions]
    return PaperState(INCOMPLETE, "; ".join(missing)) if missing else PaperState(READY)


def values_hash(content: object) -> str:
    """The first 16 digits of the sha256 of all that is filled into a document, in the order of its fields.

    Blank texts and a no count nothing, so that a field which later versions add leaves old papers what they are.
    """
    hasher = hashlib.sha256()
    for value in filled_values(content):
        hasher.update(value.encode() + b"\0")
    return hasher.hexdigest()[:_HASH_SIGNS]


def filled_values(content: object) -> list[str]:
    """All that is filled into a document, as texts; not what it prints for its signatures."""
    found: list[str] = []
    for field in fields(content) if is_dataclass(content) and not isinstance(content, type) else ():
        if field.name not in AIDS:
            _collect(getattr(content, field.name), found)
    return found


def _collect(value: object, found: list[str]) -> None:
    if isinstance(value, str):
        if value:
            found.append(value)
    elif isinstance(value, Tanda):
        found.append(value.text)
    elif isinstance(value, PrintedPicture):
        found.append(value.digest)
    elif isinstance(value, tuple):
        for item in value:
            _collect(item, found)
    elif (values_of := field_values(value.__class__)) is not None:  # type: ignore[arg-type]  # a class can be hashed
        for item in values_of(value):
            _collect(item, found)
    elif value:
        found.append(repr(value))
