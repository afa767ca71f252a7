"""The command line as a person runs it, with a process of its own or without; and what a build left behind."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from helpers.places import ROOT
from pokin_docs.cli.main import main

POSIX = pytest.mark.skipif(not hasattr(os, "fork"), reason="a copy of the process is made on POSIX only")


def run(*arguments: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    code = "import sys; sys.argv[0] = 'pokin'; from pokin_docs.cli.main import main; sys.exit(main())"
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], cwd=cwd, env=env, capture_output=True, encoding="utf-8"
    )


def here(*arguments: object, cwd: Path, program: Path | str = "pokin") -> subprocess.CompletedProcess[str]:
    """The same command line without a process of its own, where nothing hangs on that: starting one takes longest."""
    streams = io.BytesIO(), io.BytesIO()
    said, told = (io.TextIOWrapper(stream, encoding="utf-8", write_through=True) for stream in streams)
    words = [str(program), *map(str, arguments)]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        patch.setattr(sys, "argv", words)
        with redirect_stdout(said), redirect_stderr(told):
            code = main()
    texts = (stream.getvalue().decode("utf-8") for stream in streams)
    return subprocess.CompletedProcess(words, code, *texts)


SIGNS = {qn("w:br"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}


def text_of(path: Path) -> str:
    """All text of a document's body, line breaks and tabs as characters."""
    parts: list[str] = []
    for paragraph in Document(str(path)).element.body.iter(qn("w:p")):
        nodes = paragraph.iter(qn("w:t"), *SIGNS)
        parts.extend((node.text or "") if node.tag == qn("w:t") else SIGNS[node.tag] for node in nodes)
        parts.append("\n")
    return "".join(parts)


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
