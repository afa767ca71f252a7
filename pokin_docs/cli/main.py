"""The command line: the only place that prints and exits. Everything heavy is imported where it is used.

Exit codes: 0 done (warnings allowed) · 1 faults in the workbook · 2 wrong use · 3 a template does not fit ·
4 the machine.
"""

from __future__ import annotations

import atexit
import gc
import gettext
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

# click fetches its own sentences from gettext when it prints them: ours are in Indonesian.
os.environ["LANGUAGE"] = "id"
gettext.bindtextdomain("pokin", Path(__file__).parent.parent / "bahasa")
gettext.textdomain("pokin")

import click

from pokin_docs import __version__
from pokin_docs.cli.bangun import bangun
from pokin_docs.cli.console import use_utf8
from pokin_docs.cli.impor import impor
from pokin_docs.cli.klik import klik
from pokin_docs.cli.manifes import manifes
from pokin_docs.cli.mulai import mulai
from pokin_docs.cli.naskah import naskah
from pokin_docs.cli.nomenklatur import nomenklatur
from pokin_docs.cli.options import (
    GALAT_MESIN,
    SALAH_PAKAI,
    SELESAI,
    CommandGroup,
)
from pokin_docs.cli.pantau import pantau
from pokin_docs.cli.periksa import periksa
from pokin_docs.cli.pohon import pohon
from pokin_docs.cli.proposed import program_name
from pokin_docs.cli.realisasi import realisasi
from pokin_docs.cli.suntingan import suntingan
from pokin_docs.cli.templat import templat
from pokin_docs.cli.uji import uji
from pokin_docs.cli.verifikasi import verifikasi
from pokin_docs.model.findings import MachineTrouble

if TYPE_CHECKING:
    from pokin_docs.documents.kind import DocumentKind


@click.group(
    cls=CommandGroup,
    context_settings={"max_content_width": 100},
    options_metavar="[PILIHAN]",
    subcommand_metavar="[PERINTAH]",
)
@click.version_option(__version__, "--versi", message="pokin %(version)s", help="Tampilkan versi program.")
def cli() -> None:
    """Dari satu buku kerja pohon kinerja menjadi Perjanjian Kinerja setiap pejabat dan Renstra.

    Tanpa perintah: bangun semua dokumen dari setiap buku kerja di folder inputs.
    """


for command in (
    bangun,
    periksa,
    pantau,
    mulai,
    naskah,
    impor,
    realisasi,
    uji,
    manifes,
    verifikasi,
    pohon,
    templat,
    suntingan,
    nomenklatur,
    klik,
):
    cli.add_command(command)


def main(kinds: tuple[DocumentKind, ...] | None = None) -> int:
    """Run the command line and return its exit code; whatever happens, no traceback reaches the user.

    Args:
        kinds: The kinds of documents it knows, in their order; ``None``: all there are (``documents.kinds.KINDS``).
    """
    use_utf8()
    gc.set_threshold(100_000, 50, 50)  # a run is short: looking for circles would take a twentieth of its time
    atexit.register(gc.freeze)  # nor are any looked for when it ends, with everything it has read still there
    try:
        cli.main(prog_name=program_name(), standalone_mode=False, obj=kinds)
    except SystemExit as stop:
        return int(stop.code or 0)
    except click.ClickException as error:
        error.show()
        return SALAH_PAKAI
    except (click.Abort, KeyboardInterrupt):
        click.echo("Dihentikan.", err=True)
        return 130
    except MachineTrouble as error:
        click.echo(f"{error.message}\n→ {error.saran}", err=True)
        return GALAT_MESIN
    except MemoryError:
        click.echo(
            "Memori komputer tidak cukup; berkas yang sedang dibuat tidak ditulis.\n"
            "→ Tutup program lain, lalu jalankan lagi. Untuk gambar yang sangat besar pilih --kertas a3.",
            err=True,
        )
        return GALAT_MESIN
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader left: nobody to tell
        return SELESAI
    except Exception:  # noqa: BLE001  # the last net: an internal fault is said, and kept for the developers
        return _report_internal_fault()
    return SELESAI


def _report_internal_fault() -> int:
    from pokin_docs.cli.fault_report import keep_report

    report = keep_report()
    kept = (
        f"Rinciannya tersimpan di {report}; kirimkan berkas itu kepada pengembang."
        if report is not None
        else "Rinciannya tidak dapat disimpan."
    )
    click.echo(f"Ada kesalahan di dalam program ini, bukan pada pekerjaan Anda. {kept}", err=True)
    return GALAT_MESIN


if __name__ == "__main__":
    sys.exit(main())
