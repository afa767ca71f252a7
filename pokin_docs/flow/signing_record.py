"""What is known of signatures in a build folder: which documents were found signed, and what the list was made from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pokin_docs.documents.signers import SignedDocument
from pokin_docs.files.whole_file import write_where_other
from pokin_docs.model.settings import SIGNING_RECORD


@dataclass(frozen=True, slots=True)
class SigningRecord:
    """The documents that were found signed, by path, and what each list was last made from, by path."""

    signed: Mapping[str, SignedDocument] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)


def read_record(folder: Path) -> SigningRecord:
    """What is known; nothing where there is no record that can be read."""
    try:
        found = json.loads((folder / SIGNING_RECORD).read_text(encoding="utf-8"))
        signed = {
            str(path): SignedDocument(
                str(one["isi"]), str(one["berkas"]), tuple(map(str, one["oleh"])),
                one["utuh"] if isinstance(one["utuh"], bool) else None,
            )
            for path, one in found["ditandatangani"].items()
        }  # fmt: skip
        return SigningRecord(signed, {str(path): str(one) for path, one in found["daftar"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return SigningRecord()


def write_record(folder: Path, record: SigningRecord) -> None:
    """Keep it, where it changed.

    Raises:
        OSError: The folder cannot be written.
    """
    content = {
        "ditandatangani": {
            path: {"isi": one.values, "berkas": one.file, "oleh": list(one.names), "utuh": one.intact}
            for path, one in sorted(record.signed.items())
        },
        "daftar": dict(sorted(record.lists.items())),
    }
    data = (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
    write_where_other(folder / SIGNING_RECORD, data)
