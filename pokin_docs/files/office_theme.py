"""A theme with one font and plain colours: Office wants one in each file, what we write takes nothing from it."""

from __future__ import annotations

from pokin_docs.files.own_package import HEAD

THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "2A6F97", "accent2": "ED7D31",
    "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1",
    "folHlink": "954F72",
}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FACES = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'


def theme(accent: str) -> str:
    """The part; ``accent`` is the first accent colour, which pages never show."""
    colours = _COLOURS | {"accent1": accent}
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Naskah Dinas">'
        '<a:themeElements><a:clrScheme name="Naskah Dinas">'
        + "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
        + '</a:clrScheme><a:fontScheme name="Naskah Dinas">'
        f"<a:majorFont>{_FACES}</a:majorFont><a:minorFont>{_FACES}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Naskah Dinas"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}'
        f"</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


THEME = theme("2A6F97")
