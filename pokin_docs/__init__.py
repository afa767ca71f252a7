"""Documents of a performance tree (pohon kinerja), from one workbook. The flow, in words.

extract    opens the workbook and hands over rows; every row knows its sheet and its cells.
transform  builds the tree (PohonKinerja) from the rows, and from the tree what each document says.
check      reads rows and tree, one small function per rule, and returns findings (temuan).
render     fills the Word templates with the documents, and puts them in ``build/`` whole or not at all.
report     tells people and programs what was found and made: terminal, JSON, HTML.

``flow`` calls the five in this order and ``model`` holds the frozen values they hand on; no stage calls back and none
knows another. ``cli`` alone prints and exits; ``setup`` makes ``.venv`` before any of it.
"""

__version__ = "0.1.0"
