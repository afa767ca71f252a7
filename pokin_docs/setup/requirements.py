"""What pyproject.toml asks for, and whether it is there; standard library only."""

from __future__ import annotations

import os
import re
import tomllib


class SetupError(Exception):
    """``.venv`` cannot be made; the text tells the person why and what to do."""


def requirements(root: str, extras: frozenset[str]) -> tuple[str, ...]:
    """Requirement strings of pyproject.toml: the dependencies, then those of each extra.

    An extra that names another one of this project (``pokin-docs[uji]``) is unfolded here: pip would look for
    this project in the package index.

    Raises:
        SetupError: pyproject.toml is missing, cannot be read or lacks an extra.
    """
    path = os.path.join(root, "pyproject.toml")
    try:
        with open(path, "rb") as file:
            project = tomllib.load(file)["project"]
        found: list[str] = list(project["dependencies"])
        waiting = sorted(extras)
        for extra in waiting:  # grows while we walk it
            for requirement in project["optional-dependencies"][extra]:
                own = re.fullmatch(rf"{re.escape(project['name'])}\[([^]]+)\]", requirement)
                if own:
                    waiting += [name for name in re.split(r"\s*,\s*", own[1]) if name not in waiting]
                elif requirement not in found:
                    found.append(requirement)
    except (OSError, ValueError) as error:
        raise SetupError(f"Berkas {path} tidak dapat dibaca: {error}") from error
    except KeyError as error:
        raise SetupError(f"Berkas {path} tidak memuat {error}.") from error
    return tuple(found)


def installed(requirement: str) -> bool:
    """Whether the environment we run in has the distribution, in a version that fits."""
    from importlib import metadata

    name = re.match(r"[\w.-]+", requirement)
    try:
        version = metadata.version(name[0] if name else requirement)
    except metadata.PackageNotFoundError:
        return False
    return fits(version, requirement.partition(";")[0])


def fits(version: str, requirement: str) -> bool:
    """Whether a version (``3.1.2``) is within the bounds of a requirement string (``openpyxl>=3.1,<4``).

    Only numbers count, not rc or post.
    """
    have = _numbers(version)
    for operator, bound in re.findall(r"(~=|[<>=!]=|<|>)\s*(\d[\d.]*)", requirement):
        want = _numbers(bound)
        wide = max(len(have), len(want))
        left, right = (parts + (0,) * (wide - len(parts)) for parts in (have, want))
        allowed = {
            "~=": left >= right and left[: len(want) - 1] == want[:-1],
            ">=": left >= right,
            "<=": left <= right,
            "==": left == right,
            "!=": left != right,
            "<": left < right,
            ">": left > right,
        }
        if not allowed[operator]:
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    leading = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(int(part) for part in leading[0].split(".")) if leading else ()
