"""Write a chapter of the Renstra: headings, text, captions and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as default

from template_parts import GREY, TWIPS_PER_CM, Cell, field, hairline, paragraph, row, run, tab, table, tag, tag_row

from pokin_docs.documents.renstra.places import BY_KEY

NAMA = "{{ perangkat_daerah.nama }}"
SUMBER = f"Sumber: {NAMA}."
PERIODE = "{{ tahun_awal }}-{{ tahun_akhir }}"


_FOREIGN = re.compile(
    r"(?P<tag>\{\{.*?\}\}|\{%.*?%\})|\b(?:critical success factor|outcome|output|cascading|crosscutting|baseline)\b",
    re.IGNORECASE,
)
"""Words of another language in our own sentences, and the tags, in which nothing is a word."""

_NUMBERED = re.compile(r"\b(Tabel|Gambar|Bab|Nomor) (?=\d)")


def prose(text: str, *, bold: bool = False) -> str:
    """Runs of a sentence of ours: words of another language are in italics, every tag stands whole in one run.

    No line ends between what is numbered and its number.
    """
    text = _NUMBERED.sub("\\1\u00a0", text)
    runs, at = [], 0
    for word in _FOREIGN.finditer(text):
        if word["tag"]:
            continue
        runs += [run(text[at : word.start()], bold=bold)] if word.start() > at else []
        runs.append(run(word[0], bold=bold, italic=True))
        at = word.end()
    return "".join((*runs, *([run(text[at:], bold=bold)] if at < len(text) or not runs else [])))


def with_source(content: str, text: str) -> str:
    """A table with its source in a last row without lines: below the table it might stand alone on a page."""
    widths = [int(width) / TWIPS_PER_CM for width in re.findall(r'<w:gridCol w:w="(\d+)"', content)]
    cell = Cell(paragraph(run(text), style="Sumber", after=0), span=len(widths), open_sides="left bottom right")
    return content.removesuffix("</w:tbl>") + row(widths, cell) + "</w:tbl>"


@dataclass
class Naskah:
    """The parts written so far of the chapter ``number``."""

    number: int
    parts: list[str] = default(default_factory=list)

    def bab(self, label: str, title: str) -> None:
        """A chapter: ``BAB I`` and its title below, on a new page."""
        runs = run(label) + "<w:r><w:br/></w:r>" + run(title)
        self.parts.append(paragraph(runs, style="Heading1"))

    def depan(self, title: str, *, own_page: bool = True) -> None:
        """A title of the front part, such as the table of contents; a short list goes on below the one before."""
        made = paragraph(run(title), style="JudulDepan", before=None if own_page else 24)
        style = '<w:pStyle w:val="JudulDepan"/>'
        self.parts.append(made if own_page else made.replace(style, f'{style}<w:pageBreakBefore w:val="0"/>'))

    def sub(self, title: str) -> None:
        """A sub-chapter: ``2.1 Gambaran Pelayanan`` or ``2.1.1 …``, its level told by the dots."""
        level = title.split(" ", 1)[0].count(".") + 1
        self.parts.append(paragraph(prose(title), style=f"Heading{level}"))

    def text(self, *texts: str, section: str = "") -> None:
        """Paragraphs that an office keeps; ``section`` ends a section with the last one."""
        for text in texts:
            self.parts.append(paragraph(prose(text), style="Paragraf", section=section if text == texts[-1] else ""))

    def items(self, texts: Sequence[str]) -> None:
        """A numbered list, numbers typed as text: an inserted line then shows its number as any other text.

        The last three stay together, so that no page holds the end of a list alone.
        """
        for number, text in enumerate(texts, start=1):
            keep = len(texts) - 3 < number < len(texts)
            runs = (run(f"{number}."), tab(), prose(text))
            self.parts.append(paragraph(*runs, style="Butir", keep_next=keep, tabs=(1.0,)))

    def isian(self, text: str, section: str = "") -> None:
        """A place for the office's own words, told apart by its style and its brackets."""
        self.parts.append(paragraph(run(f"[{text}]"), style="Isian", section=section))

    def place(self, key: str, section: str = "") -> None:
        """The place where the text of the office's naskah goes, told by its key; it stands alone in its paragraph."""
        shown = paragraph(run(f"{{{{ naskah.{BY_KEY[key].name} }}}}"), style="Isian", section=section)
        optional = BY_KEY[key].optional
        self.parts.append(tag(f"if naskah.{BY_KEY[key].name}") + shown + tag("endif") if optional else shown)

    def raw(self, *parts: str) -> None:
        """Ready paragraphs."""
        self.parts.extend(parts)

    def caption(self, number: str, title: str) -> None:
        """The caption above a table; ``number`` is ``2.3``.

        The number is a sequence field that restarts at the number of the form: Word lists the table, and a table
        that the office leaves out does not renumber the others.
        """
        chapter, serial = number.split(".")
        runs = run(f"Tabel {chapter}.") + field(f"SEQ Tabel \\* ARABIC \\r {serial}", serial) + prose(f" {title}")
        self.parts.append(paragraph(runs, style="Caption"))

    def table(self, number: str, title: str, content: str, source: str = "", section: str = "") -> None:
        """A table with its caption above and its source below; ``number`` is ``2.3``."""
        self.caption(number, title)
        below = hairline(section) if section else paragraph(style="Sumber", before=0, after=0)
        self.parts += [with_source(content, source or SUMBER), below]

    def picture(self, source: str, section: str) -> None:
        """Each picture ``g`` of a list with its caption below, on pages of their own; nothing where there is none.

        Pictures are as large as the page leaves them, so its last paragraph has no height and ends the section.
        """
        sequence = field("SEQ Gambar \\* ARABIC \\r {{ g.no }}", "{{ g.no }}")
        runs = run(f"Gambar {self.number}.") + sequence + run(" {{ g.judul }}")
        self.parts += [
            tag(f"if {source}"),
            tag(f"for g in {source}"),
            paragraph(run("{{ g.gambar }}"), style="Gambar"),
            paragraph(runs, style="KeteranganGambar"),
            tag("endfor"),
            hairline(section),
            tag("endif"),
        ]


@dataclass(frozen=True)
class Column:
    """A column: its title, its width in cm, what stands in each row, and how."""

    title: str
    width: float
    value: str
    align: str = ""
    merge: bool = False
    each: str = ""
    """A list in the row, of which ``value`` is printed once per item ``i``, each in its own paragraph."""


def head(text: str, style: str, span: int = 1, merge: str = "") -> Cell:
    """A cell of a header row; it stays with the rows below."""
    content = paragraph(prose(text, bold=True), style=style, align="center", keep_next=True, before=1, after=1)
    return Cell(content, span=span, shade=GREY, middle=True, merge=merge)


def number_row(widths: Sequence[float], style: str, pattern: str = "({})") -> str:
    """The row of column numbers under a header."""
    cells = [
        Cell(paragraph(run(pattern.format(number)), style=style, align="center", keep_next=True))
        for number in range(1, len(widths) + 1)
    ]
    return row(widths, *cells, header=True)


def empty_row(widths: Sequence[float], style: str, source: str, sheet: str) -> list[str]:
    """What a table prints when the workbook has nothing for it."""
    text = paragraph(run(f"Belum ada data pada lembar {sheet}."), style=style, align="center", before=3, after=3)
    return [
        tag_row(widths, f"if not {source}"),
        row(widths, Cell(text, span=len(widths))),
        tag_row(widths, "endif"),
    ]


def body_cell(column: Column, style: str) -> Cell:
    """A cell of a data row."""
    if not column.each:
        value = ("{% vm %}" if column.merge else "") + column.value
        return Cell(paragraph(run(value), style=style, align=column.align, before=1, after=1))
    lines = (
        paragraph(run(f"{{%p for i in {column.each} %}}"), style="Perintah"),
        paragraph(run(column.value), style=style, align=column.align, before=1, after=1),
        paragraph(run("{%p else %}"), style="Perintah"),
        paragraph(run("–"), style=style, align="center", before=1, after=1),
        paragraph(run("{%p endfor %}"), style="Perintah"),
    )
    return Cell("".join(lines))


def data_table(
    columns: Sequence[Column], source: str, sheet: str = "", *, inner: str = "", numbers: str = "({})",
    style: str = "IsiTabelKecil", header: Sequence[str] = (), margin: float = 0.1,
) -> str:  # fmt: skip
    """A table with one row per record ``r`` of ``source``, or per ``i`` of its list ``inner``.

    Args:
        columns: The columns from left to right.
        source: The list of the Renstra, such as ``daftar_isu``.
        sheet: The sheet that an empty table tells the planner to fill; without it an empty table has its head alone.
        inner: A list in each record; its items are rows and columns with ``merge`` run down over them.
        numbers: How a column number is written, empty for none.
        style: Paragraph style of the cells.
        header: Ready header rows in the place of one made from the titles.
        margin: Space at both sides of a cell in cm; less of it leaves narrow columns room for a whole word.
    """
    widths = [column.width for column in columns]
    titles = header or (row(widths, *(head(column.title, style) for column in columns), header=True),)
    loops = [f"for r in {source}"] + ([f"for i in r.{inner}"] if inner else [])
    return table(
        widths,
        *titles,
        *([number_row(widths, style, numbers)] if numbers else []),
        *(tag_row(widths, loop) for loop in loops),
        row(widths, *(body_cell(column, style) for column in columns)),
        *(tag_row(widths, "endfor") for _ in loops),
        *(empty_row(widths, style, source, sheet) if sheet else ()),
        margin=margin,
    )
