"""Looks as classes of one style sheet: the page's policy allows no styles at the elements themselves."""

from __future__ import annotations

from collections.abc import Mapping


class CssClasses:
    """Class names for sets of declarations, numbered in the order in which they are first needed."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._pages: dict[tuple[str, str], str] = {}

    def name(self, css: Mapping[str, str]) -> str:
        """The class with these declarations; empty when there are none."""
        if not css:
            return ""
        text = ";".join(f"{key}:{value}" for key, value in css.items())
        return self._names.setdefault(text, f"g{len(self._names)}")

    def paper(self, width: str, height: str) -> str:
        """The class of a sheet of this size (lengths of CSS: ``595pt``), which is also the size it is printed on."""
        return self._pages.setdefault((width, height), f"kertas{len(self._pages)}")

    def rules(self) -> str:
        """The style sheet."""
        looks = "".join(f".{name}{{{text}}}\n" for text, name in self._names.items())
        return looks + "".join(
            f"@page {name}{{size:{wide} {high};margin:0}}\n.{name}{{page:{name};width:{wide};min-height:{high}}}\n"
            for (wide, high), name in self._pages.items()
        )
