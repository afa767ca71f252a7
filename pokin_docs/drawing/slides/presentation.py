"""A presentation of nothing but slides with shapes: one blank layout, one master, one theme, all ours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import quoteattr

from pokin_docs.files.office_theme import THEME, THEME_TYPE
from pokin_docs.files.own_package import HEAD, own_package

_KIND = "application/vnd.openxmlformats-officedocument.presentationml."
_NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_COLOUR_USE = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_STYLES = "<p:txStyles><p:titleStyle/><p:bodyStyle/><p:otherStyle/></p:txStyles>"
_MASTER, _LAYOUT, _THEME_PART = (
    "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout1.xml", "ppt/theme/theme1.xml",
)  # fmt: skip


def presentation(
    slides: Sequence[tuple[str, str]], size: tuple[int, int], about: tuple[str, str, date | None]
) -> bytes:
    """The file.

    Args:
        slides: Name and shapes, as XML, of each slide.
        size: Width and height of all of them in EMU.
        about: Title, author and day of the file.
    """
    names = [f"ppt/slides/slide{number}.xml" for number in range(1, len(slides) + 1)]
    listed = "".join(f'<p:sldId id="{256 + number}" r:id="rIdS{number}"/>' for number in range(1, len(slides) + 1))
    main = (
        f'{HEAD}<p:presentation {_NS}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rIdM"/></p:sldMasterIdLst>'
        f'<p:sldIdLst>{listed}</p:sldIdLst><p:sldSz cx="{size[0]}" cy="{size[1]}"/>'
        '<p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle><a:defPPr><a:defRPr lang="id-ID"/></a:defPPr>'
        "</p:defaultTextStyle></p:presentation>"
    )
    background = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    empty = f"<p:cSld>{background}<p:spTree>{_TREE}</p:spTree></p:cSld>"
    blank = f'<p:cSld name="Kosong"><p:spTree>{_TREE}</p:spTree></p:cSld>'
    same = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    layouts = '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rIdL"/></p:sldLayoutIdLst>'
    parts: dict[str, tuple[str, str | bytes]] = {
        "ppt/presentation.xml": (f"{_KIND}presentation.main+xml", main),
        _MASTER: (
            f"{_KIND}slideMaster+xml",
            f"{HEAD}<p:sldMaster {_NS}>{empty}{_COLOUR_USE}{layouts}{_STYLES}</p:sldMaster>",
        ),
        _LAYOUT: (
            f"{_KIND}slideLayout+xml",
            f'{HEAD}<p:sldLayout {_NS} type="blank" preserve="1">{blank}{same}</p:sldLayout>',
        ),
        _THEME_PART: (THEME_TYPE, THEME),
        "ppt/presProps.xml": (f"{_KIND}presProps+xml", f"{HEAD}<p:presentationPr {_NS}/>"),
        "ppt/viewProps.xml": (f"{_KIND}viewProps+xml", f"{HEAD}<p:viewPr {_NS}/>"),
    }
    for name, (title, shapes) in zip(names, slides, strict=True):
        content = f"<p:cSld name={quoteattr(title)}><p:spTree>{_TREE}{shapes}</p:spTree></p:cSld>"
        parts[name] = (f"{_KIND}slide+xml", f"{HEAD}<p:sld {_NS}>{content}{same}</p:sld>")
    links = {
        "ppt/presentation.xml": {
            "rIdM": ("slideMaster", _MASTER),
            "rIdT": ("theme", _THEME_PART),
            "rIdP": ("presProps", "ppt/presProps.xml"),
            "rIdV": ("viewProps", "ppt/viewProps.xml"),
            **{f"rIdS{number}": ("slide", name) for number, name in enumerate(names, 1)},
        },
        _MASTER: {"rIdL": ("slideLayout", _LAYOUT), "rIdT": ("theme", _THEME_PART)},
        _LAYOUT: {"rIdM": ("slideMaster", _MASTER)},
        **{name: {"rIdL": ("slideLayout", _LAYOUT)} for name in names},
    }
    return own_package(parts, links, about)
