"""Other processes: the same bytes however many fill, a template that does not end is ended, a lost worker is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from helpers.command_line import POSIX, files_of, run
from helpers.offices import Isi, Kantor
from helpers.places import ROOT, TESTS
from helpers.word_files import kind_for, kinds_of
from helpers.workbooks import write
from pokin_docs.documents.kind import Dokumen
from pokin_docs.model.findings import MachineTrouble, Outcome
from pokin_docs.render import publish
from pokin_docs.render import write as render
from pokin_docs.render.filling import crew, fill
from pokin_docs.render.result import BuildResult
from pokin_docs.templating.fill import content_size, limits
from pokin_docs.templating.fill.language import Sandbox

pytestmark = pytest.mark.usefixtures("filled_anew")


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    return Kantor(tmp_path)


def dokumen(jumlah: int) -> tuple[Dokumen, ...]:
    return tuple(
        Dokumen("pk", f"PK/{n % 3}/{n:03}.docx", ("pk.docx",), Isi(f"Dokumen {n} & <{n}>")) for n in range(jumlah)
    )


def bangun(kantor: Kantor, jumlah: int, folder: str, **lain: object) -> Outcome[BuildResult]:
    docs = dokumen(jumlah)
    return render.write(docs, buku=kantor.buku, folder=kantor.build / folder, templat=(kantor.templat,),
                        logo=None, version="1", kinds=kinds_of(docs), **lain)  # type: ignore[arg-type]  # fmt: skip


@pytest.mark.parametrize("salin", [pytest.param(True, marks=POSIX), False], ids=["fork", "spawn"])
def test_bytes_are_the_same_in_one_process_and_in_several(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch, salin: bool
) -> None:
    monkeypatch.setattr(crew, "forks", lambda: salin)
    seen: list[tuple[int, int]] = []
    assert bangun(kantor, 40, "satu", process=1).value is not None
    assert bangun(kantor, 40, "tiga", process=3, on_progress=lambda i, n: seen.append((i, n))).value is not None
    assert seen == [(n, 40) for n in range(1, 41)]
    one = files_of(kantor.build / "satu")
    assert len(one) == 41
    assert files_of(kantor.build / "tiga") == one


def test_other_processes_are_used_only_where_that_pays(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    crews: list[int] = []
    real = crew.run

    def spy(*args: object, **lain: object) -> object:
        crews.append(len(args[2]))  # type: ignore[arg-type]
        return real(*args, **lain)  # type: ignore[arg-type]

    monkeypatch.setattr(crew, "run", spy)
    monkeypatch.setattr(crew, "cores", lambda: 2)
    for way in ("COPY", "START"):
        monkeypatch.setattr(fill, f"_TRY_A_{way}", 0.0)
        monkeypatch.setattr(fill, f"_WORTH_A_{way}", 1e9)
    bangun(kantor, 30, "sedikit")
    assert not any(crews)
    for way in ("COPY", "START"):
        monkeypatch.setattr(fill, f"_WORTH_A_{way}", 0.0)
    bangun(kantor, 30, "banyak")
    assert max(crews) >= 28


# Templates that do not end


ULANG = "{% for a in range(99999) %}{% for b in judul.split('x') %}{% for c in range(9) %}{% endfor %}{% endfor %}{% endfor %}"
LIPAT = "{% set a = judul ~ judul %}" + "{% set a = a ~ a ~ a ~ a %}" * 14 + "{{ a }}"


def hostile(kantor: Kantor, *tags: str) -> None:
    doc = Document()
    for tag in tags:
        doc.add_paragraph(tag)
    doc.save(str(kantor.templat / "pk.docx"))


@pytest.mark.timeout(60)
@pytest.mark.parametrize("salin", [pytest.param(True, marks=POSIX), False], ids=["fork", "spawn"])
def test_template_that_takes_all_memory_is_ended_and_named(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch, salin: bool
) -> None:
    monkeypatch.setattr(crew, "forks", lambda: salin)
    hostile(kantor, LIPAT)
    outcome = bangun(kantor, 3, "x", limits=fill.Limits(seconds=15, memory_bytes=500_000_000))
    assert outcome.value is None
    assert {finding.kode for finding in outcome.temuan} <= {"T05", "T08"}
    assert {finding.tempat.lembar for finding in outcome.temuan} == {"pk.docx"}
    assert not (kantor.build / "x").exists()
    assert not list(kantor.build.glob(".*sementara*"))


@pytest.mark.timeout(40)
@pytest.mark.parametrize("salin", [pytest.param(True, marks=POSIX), False], ids=["fork", "spawn"])
def test_template_that_does_not_end_is_ended_and_named(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch, salin: bool
) -> None:
    monkeypatch.setattr(crew, "forks", lambda: salin)
    hostile(kantor, "{% set a = judul.split('') if judul == 'x' else [1] %}" + bertingkat(5))
    outcome = bangun(kantor, 3, "x", limits=fill.Limits(seconds=2))
    assert outcome.value is None
    (finding,) = outcome.temuan
    assert finding.kode == "T08"
    assert dict(finding.details)["sebab"] == "belum selesai sesudah 2 detik"
    assert dict(finding.details)["saat"].startswith("mengisi PK/")


def bertingkat(tinggi: int) -> str:
    """Loops inside each other over a list of the template's own, 9,999 turns each."""
    names = "abcdefgh"[:tinggi]
    opened = "".join(f"{{% for {name} in range(9999) if {name} == {name} %}}" for name in names[:1])
    opened += "".join(f"{{% for {name} in [{','.join('1' * 200)}] %}}" for name in names[1:])
    return opened + "{% endfor %}" * tinggi


@pytest.mark.timeout(40)
@pytest.mark.parametrize(
    "teks",
    ["{% " * 200_000, "{{" + "(" * 400_000, "{% if judul " * 3_000, "{# " * 100_000, "{{ judul }}{% if" * 20_000],
    ids=["unclosed", "parentheses", "sentences", "comments", "mixed"],
)
def test_template_of_endless_tags_is_refused_in_time(kantor: Kantor, teks: str) -> None:
    hostile(kantor, teks)
    outcome = bangun(kantor, 1, "x", limits=fill.Limits(seconds=3))
    assert outcome.value is None
    assert {finding.kode for finding in outcome.temuan} <= {"T02", "T03", "T08"}


@pytest.mark.timeout(40)
def test_unclosed_tags_in_thousands_of_paragraphs_are_refused_in_time(kantor: Kantor) -> None:
    hostile(kantor, *["Baris {% if judul"] * 3_000)
    outcome = bangun(kantor, 1, "x", limits=fill.Limits(seconds=5))
    assert outcome.value is None


@pytest.mark.parametrize(
    ("sumber", "terbatas"),
    [
        ("{{ judul }}", True),
        ("{% for a in daftar %}{{ a.x }}{% for b in a.y %}{{ b }}{% endfor %}{% endfor %}", True),
        ("{% for a in daftar|sort %}{% if loop.index % 2 %}{{ a }}{% endif %}{% endfor %}", True),
        ("{% set ns = namespace(no=0) %}{% for a in daftar %}{% set ns.no = ns.no + 1 %}{{ ns.no }}{% endfor %}", True),
        ("{% for i in range(3) %}{{ judul }}{% endfor %}", True),
        ("{% for i in range(99999) %}{{ judul }}{% endfor %}", False),
        ("{% for i in range(judul|int) %}x{% endfor %}", False),
        ("{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}", False),
        ("{% set a = judul ~ judul %}{{ a }}", False),
        ("{% set ns = namespace(t='') %}{% for a in daftar %}{% set ns.t = ns.t + ns.t %}{% endfor %}", False),
        ("{% set a %}{{ judul }}{{ judul }}{% endset %}{{ a }}", False),
        ("{% for a in daftar recursive %}{{ loop(daftar) }}{% endfor %}", False),
        ("{% for a in [1, 2, 3] %}{{ a }}{% endfor %}", False),
        ("{{ 9 ** 9 }}", False),
        ("{{ judul * 3 }}", False),
    ],
)  # fmt: skip
def test_what_a_template_can_cost_is_read_from_it(sumber: str, terbatas: bool) -> None:
    assert (limits.measure(Sandbox().parse(sumber)) is not None) is terbatas


def test_lists_inside_each_other_count_as_often_as_they_are_run_through() -> None:
    isi = {"a": ["t"] * 100, "b": [{"c": ["t"] * 10} for _ in range(10)]}
    size = content_size.size_of(isi)
    assert (size.item_counts["a",], size.item_counts["b",], size.item_counts[()], size.whole) == (100, 110, 210, 200)

    def turns(sumber: str) -> int:
        found = limits.measure(Sandbox().parse(sumber))
        assert found
        spans = [one for one in found if isinstance(one, limits.LoopSpan)]
        return max(one.repeats * limits.cost([one], size) // limits.cost([unpack(one)], size) for one in spans)

    def unpack(one: limits.LoopSpan) -> limits.LoopSpan:
        return limits.LoopSpan((), one.unchanged, one.values, one.whole, 1)

    assert turns("{% for x in a %}{{ x }}{% endfor %}") == 100
    assert turns("{% for x in a %}{% for y in a %}{{ x }}{% endfor %}{% endfor %}") == 10_000
    assert turns("{% for x in b %}{% for y in x.c %}{{ y }}{% endfor %}{% endfor %}") == 110
    assert (
        turns("{% for x in b %}{% for y in x.c %}{% for z in x.c %}{{ z }}{% endfor %}{% endfor %}{% endfor %}") > 1100
    )


def test_of_branches_of_a_condition_the_longest_counts_and_within_a_loop_all() -> None:
    """A table that is there once for each size of paper is printed once."""
    size = content_size.ContentSize({("xs",): 100, (): 100}, longest=10, whole=1_000)

    def cost(source: str) -> int:
        found = limits.measure(Sandbox().parse(source))
        assert found is not None
        return limits.cost(found, size)

    short, long = "{% for x in xs %}{{ x }}{% endfor %}", "{% for x in xs %}{{ x }}{{ x }}{% endfor %}"
    assert cost(f"{{% if a %}}{short}{{% elif b %}}{long}{{% else %}}{short}{{% endif %}}") == cost(long)
    assert cost(f"{{% if a %}}{long}{{% endif %}}") == cost(long)
    assert cost(long + short) == cost(long) + cost(short)
    inside = "{% for x in xs %}{% if x %}{{ x }}{% else %}{{ x }}{% endif %}{% endfor %}"
    assert cost(inside) == 2 * cost(short)


def test_shipped_templates_are_bounded_by_how_they_are_made() -> None:
    from pokin_docs.documents.pk.content import PerjanjianKinerja
    from pokin_docs.documents.renstra.content import Renstra
    from pokin_docs.model.findings import FindingLog
    from pokin_docs.model.locations import bundled
    from pokin_docs.templating.fill import compile as word

    for name, isi in (("pk.docx", PerjanjianKinerja), ("renstra.docx", Renstra)):
        path = bundled("templates") / name
        assert word.is_tame(path)
        form = word.compile_template(path, kind_for(isi), None, FindingLog())
        assert form is not None
        spread = [part.cost for part in form.member if hasattr(part, "cost")]
        assert spread
        assert None not in spread


# Workers


def _double(bahan: object, tugas: int) -> int:
    return tugas * 2


def _die(bahan: object, tugas: int) -> int:
    if tugas == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return tugas


def _burn(bahan: object, tugas: int) -> int:
    while tugas == 3:
        pass
    return tugas


def _wait(bahan: object, tugas: int) -> int:
    if tugas < 5:
        time.sleep(0.4)
    return tugas


class _Deadly:
    """A result that ends the process which sends it, the first time."""

    def __init__(self, sent: Path) -> None:
        self.sent = sent

    def __reduce__(self) -> tuple[type, tuple[int]]:
        if not self.sent.exists():
            self.sent.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return int, (3,)


def _die_sending(bahan: object, tugas: int) -> object:
    assert isinstance(bahan, Path)
    return _Deadly(bahan) if tugas == 3 else tugas


def _eat(bahan: object, tugas: int) -> int:
    return len(b"x" * 3_000_000_000) if tugas == 3 else tugas


def _fail(bahan: object, tugas: int) -> int:
    raise MachineTrouble("Ruang penuh.", "Kosongkan.")


def _blunder(bahan: object, tugas: int) -> int:
    raise KeyError("salah program")


def hasil(kerja: object, jumlah: int = 8, detik: float = 20.0, **lain: object) -> dict[int, object]:
    batas = crew.Limits(seconds=detik, memory_bytes=1_000_000_000)
    return dict(crew.run(kerja, None, range(jumlah), workers=3, limits=batas, by_copy=True, **lain))  # type: ignore[arg-type]


@POSIX
def test_every_task_has_its_result() -> None:
    assert hasil(_double, 100) == {n: 2 * n for n in range(100)}
    assert hasil(_double, 0) == {}


@POSIX
@pytest.mark.parametrize(
    ("kerja", "sebab"), [(_die, crew.LossReason.DEAD), (_burn, crew.LossReason.TIME), (_eat, crew.LossReason.MEMORY)]
)
def test_a_lost_task_is_told_and_the_others_are_done(kerja: object, sebab: crew.LossReason) -> None:
    """Also of those that were done in the same piece and not yet told of: with 60 tasks a piece has five."""
    found = hasil(kerja, 60, detik=1)
    assert found.pop(3) == crew.WorkerLost(sebab)
    assert found == {n: n for n in range(60) if n != 3}


@POSIX
def test_a_worker_killed_while_it_tells_its_results_holds_nobody_up(tmp_path: Path) -> None:
    """Each has a pipe of its own: one that is shared behind a lock would stay locked."""
    running = crew.run(_die_sending, tmp_path / "sent", range(60), workers=3, limits=crew.Limits(), by_copy=True)
    found = dict(running)
    (lost,) = (number for number, result in found.items() if result == crew.WorkerLost(crew.LossReason.DEAD))
    assert lost <= 5, "one of the piece that was being told"
    assert {**found, lost: lost} == {n: n for n in range(60)}


@POSIX
def test_a_piece_may_take_longer_than_one_of_its_tasks() -> None:
    assert hasil(_wait, 60, detik=1.5) == {n: n for n in range(60)}


@POSIX
def test_trouble_in_a_worker_comes_out_as_it_is() -> None:
    with pytest.raises(MachineTrouble, match="Ruang penuh") as caught:
        hasil(_fail)
    assert caught.value.saran == "Kosongkan."
    with pytest.raises(RuntimeError, match="salah program"):
        hasil(_blunder)


@POSIX
def test_no_worker_stays_behind() -> None:
    import multiprocessing

    running: Iterator[tuple[int, object]] = crew.run(
        _double, None, range(50), workers=3, limits=crew.Limits(), by_copy=True
    )
    next(running)
    assert multiprocessing.active_children()
    running.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


@POSIX
def test_worker_that_is_killed_while_filling_is_told_and_nothing_is_half_written(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    bangun(kantor, 6, "x")
    before = files_of(kantor.build / "x")
    real = publish.stage

    def dying(staging: Path, folder: Path, jalur: str, data: bytes) -> bool:
        if jalur.endswith("004.docx"):
            os.kill(os.getpid(), signal.SIGKILL)
        return real(staging, folder, jalur, data)

    monkeypatch.setattr(publish, "stage", dying)
    monkeypatch.setattr(crew, "forks", lambda: True)
    with pytest.raises(MachineTrouble, match="berhenti sendiri") as caught:
        bangun(kantor, 8, "x", process=2, ulang=True)
    assert "memori" in caught.value.message
    assert files_of(kantor.build / "x") == before
    assert not list(kantor.build.glob(".*sementara*"))


SLOW = """
import signal, sys, time
from pathlib import Path
sys.path[:0] = {paths!r}
from test_parallel import bangun
from pokin_docs.cli import main as cli
from pokin_docs.render import publish
from pokin_docs.render.filling import crew as work
real = publish.stage
def slow(staging, folder, jalur, data):
    while int(jalur[-8:-5]) >= 200 and not (Path(sys.argv[1]) / "lanjut").exists():
        time.sleep(0.01)
    return real(staging, folder, jalur, data)
publish.stage = slow
work.forks = lambda: True
class Kantor:
    buku, templat, build = (Path(sys.argv[1]) / name for name in ("buku.xlsx", "templat", "build/dinas"))
def main(**options):
    bangun(Kantor, 400, "x", process=2, on_progress=lambda done, total: print(done, flush=True))
cli.cli.main = main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite started in the background ignores it
sys.exit(cli.main())
"""


def slow_build(folder: Path) -> subprocess.Popen[str]:
    """A build of 400 documents by two other processes: some are done, the later half waits for the file ``lanjut``."""
    code = SLOW.format(paths=[str(Path(__file__).parent), str(TESTS), str(ROOT)])
    process = subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True, start_new_session=True)  # fmt: skip
    assert process.stdout is not None
    for _ in range(4):
        process.stdout.readline()
    return process


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent as a signal")
def test_ctrl_c_ends_all_processes_without_a_traceback(kantor: Kantor, tmp_path: Path) -> None:
    process = slow_build(tmp_path)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130
    assert said.strip() == "Dihentikan."
    assert not (kantor.build / "x").exists()
    assert not list(kantor.build.glob(".*sementara*"))
    assert bangun(kantor, 5, "x").value is not None


@POSIX
def test_workers_of_a_killed_build_do_not_keep_the_next_one_out(kantor: Kantor, tmp_path: Path) -> None:
    process = slow_build(tmp_path)
    process.kill()
    process.wait()
    made = bangun(kantor, 5, "x").value
    assert made is not None
    assert made.new == 5
    (tmp_path / "lanjut").touch()
    process.communicate()  # ends when the last worker has closed its outputs
    assert not list(kantor.build.glob(".*sementara*"))
    assert len(files_of(kantor.build / "x")) == 6


def test_the_command_names_a_template_that_had_to_be_ended(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    (tmp_path / "templates").mkdir()
    doc = Document()
    doc.add_paragraph(LIPAT.replace("judul", "nomor ~ 'abcdefgh'"))
    doc.save(str(tmp_path / "templates" / "pk.docx"))
    done = run("b.xlsx", cwd=tmp_path)
    assert done.returncode == 3
    assert "pk.docx" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "build").rglob("*.docx"))


@pytest.mark.parametrize(
    ("text", "bounded_"),
    [
        ("{{ judul }}", True), ("{% if judul %}a{% endif %}{# x #}", True), ("", True),
        ("{{ judul", False), ("judul }}", False), ("{{ a }}{{", False), ("{{ a %}", False),
        ("{{ " + "a" * 998 + " }}", True), ("{{ " + "a" * 999 + " }}", False),
        ("{{ a }}" * 3_000, True), ("{{ a }}" * 3_001, False),
    ],
)  # fmt: skip
def test_only_whole_short_and_few_tags_are_looked_at_without_another_process(
    tmp_path: Path, text: str, bounded_: bool
) -> None:
    doc = Document()
    doc.add_paragraph(text)
    doc.save(str(tmp_path / "pk.docx"))
    assert limits.is_tame((tmp_path / "pk.docx").read_bytes()) is bounded_


@pytest.mark.timeout(40)
def test_the_check_of_a_template_alone_ends_too(tmp_path: Path) -> None:
    doc = Document()
    doc.add_paragraph("{% " * 200_000)
    doc.save(str(tmp_path / "pk.docx"))
    found = fill.examine(tmp_path / "pk.docx", kind_for(Isi), fill.Limits(seconds=2))
    assert {one.temuan.kode for one in found.temuan} <= {"T02", "T03", "T08"}
    assert found.temuan
