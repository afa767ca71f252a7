"""A template as it is compiled: what of it is filled for each document, and what all of them copy."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jinja2 import Template

from pokin_docs.files.zip_bytes import ZipMember
from pokin_docs.templating.fill import about, contents_lists, finish, ids, language, package, rich_host
from pokin_docs.templating.fill.kept_parts import PrintedSpans
from pokin_docs.templating.fill.sheets.book import TemplateBook


@dataclass(frozen=True, slots=True)
class FilledPart:
    """A part that is filled for each document; ``number`` finds its ids, ``cost`` is what it can cost."""

    name: str
    label: str
    source: str
    templat: Template
    logo: str
    traits: finish.PartTraits
    number: re.Pattern[str] | None
    cost: PrintedSpans


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A template ready to be filled: its members in file order, those without tags deflated already.

    ``skeleton`` are the members that pictures of a document change, ``pictures`` is the greatest id of a drawing;
    ``lists``, ``rich``: how lists in front look, and text of the office; ``looks``: its styles; ``book``: its workbook.
    """

    name: str
    sha256: str
    sandbox: language.Sandbox
    member: tuple[ZipMember | FilledPart, ...]
    number: ids.UsedIds
    skeleton: package.TemplateParts
    pictures: int
    lists: contents_lists.ListStyles | None
    rich: rich_host.RichHost | None
    looks: bytes
    about: about.OwnProperties | None
    book: TemplateBook | None = None
