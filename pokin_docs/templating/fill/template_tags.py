"""A template without the text around its tags: all that tells which marks it prints."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SHIPPED_TAGS = Path(__file__).with_name("shipped_tags.json")
"""The tags of the shipped templates by the sha256 of their files; made by scripts/build_templates.py.

To read them from the Word file takes half as long as a build in which nothing has changed.
"""


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A place of a template: its sentence, the heading above it, and the sheet that would fill it (or nothing)."""

    sentence: str
    title: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class TemplateTags:
    """The Jinja source of the tags of each part, by the part's name, and the places that are left to the office."""

    parts: tuple[tuple[str, str], ...]
    places: tuple[OpenPlace, ...]


def shipped_tags(sha256: str) -> TemplateTags | None:
    """The tags of the shipped template with this sha256; None for every other file."""
    entry = _shipped().get(sha256)
    if entry is None:
        return None
    return TemplateTags(
        tuple((name, source) for name, source in entry["parts"]), tuple(OpenPlace(*place) for place in entry["places"])
    )


@cache
def _shipped() -> dict[str, dict[str, list[list[str]]]]:
    content: dict[str, dict[str, list[list[str]]]] = json.loads(SHIPPED_TAGS.read_text(encoding="utf-8"))
    return content


def as_entry(tags: TemplateTags) -> dict[str, list[list[str]]]:
    """The tags as ``shipped_tags.json`` holds them."""
    return {
        "parts": [list(part) for part in tags.parts],
        "places": [[place.sentence, place.title, place.sheet] for place in tags.places],
    }
