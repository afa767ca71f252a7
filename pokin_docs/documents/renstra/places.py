"""The places of a Renstra that only the office can write: each has a key, the same in every outline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Annotated

from pokin_docs.documents.meanings import Meaning, says
from pokin_docs.documents.narrative import Narrative
from pokin_docs.documents.values import Tanda
from pokin_docs.model.findings import temuan
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef


@dataclass(frozen=True, slots=True, kw_only=True)
class NarrativePlace:
    """A place: its key, its title, what the office is asked for there, and the sub-chapter it stands in.

    ``in_2025`` is its number after Inmendagri 2/2025, ``in_2017`` after Permendagri 86/2017; empty where that outline
    has no such place. ``optional``: where nothing is written nothing is printed, and nobody is asked.
    ``other_titles``: what its sub-chapter is called elsewhere. ``former_prompts``: what was asked there by earlier
    versions, and may still stand in a naskah or Renstra.
    """

    key: str
    title: str
    prompt: str
    in_2025: str = ""
    in_2017: str = ""
    optional: bool = False
    other_titles: tuple[str, ...] = ()
    former_prompts: tuple[str, ...] = ()

    def number(self, *, in_2017: bool = False) -> str:
        """Its number in an outline; where that has no such place in the other one."""
        own, other = (self.in_2017, self.in_2025) if in_2017 else (self.in_2025, self.in_2017)
        return own or other

    @property
    def name(self) -> str:
        """The key as a template writes it: ``naskah.latar_belakang``."""
        return self.key.replace("-", "_")

    @property
    def prompts(self) -> tuple[str, ...]:
        """What is asked there, and what was."""
        return (self.prompt, *self.former_prompts)

    @property
    def asked(self) -> str:
        """The sentence that is printed where nothing is written."""
        return f"[{self.prompt}]"


PLACES = (
    NarrativePlace(
        key="kata-pengantar", title="Kata Pengantar", in_2025="0", in_2017="0", optional=True,
        prompt="Tulis kata pengantar kepala perangkat daerah di sini, bila lain dari yang disediakan templat.",
        former_prompts=("Tulis kata pengantar kepala perangkat daerah di sini.",),
    ),
    NarrativePlace(
        key="latar-belakang", title="Latar Belakang", in_2025="1.1", in_2017="1.1",
        prompt="Uraikan proses penyusunan Renstra dan keterkaitannya dengan RPJMD, RKPD, dan Renja di sini.",
    ),
    NarrativePlace(
        key="dasar-hukum", title="Dasar Hukum Penyusunan", in_2025="1.2", in_2017="1.2",
        other_titles=("Landasan Hukum", "Dasar Hukum"),
        prompt="Pastikan peraturan di atas masih berlaku, lalu tambahkan peraturan daerah tentang RPJPD, RPJMD, dan "
        "pembentukan perangkat daerah, serta peraturan kepala daerah tentang kedudukan, susunan organisasi, tugas, "
        "dan fungsi di sini.",
        former_prompts=(
            "Tambahkan peraturan daerah tentang RPJPD, RPJMD, dan pembentukan perangkat daerah, serta peraturan kepala "
            "daerah tentang kedudukan, susunan organisasi, tugas dan fungsi di sini.",
        ),
    ),
    NarrativePlace(
        key="maksud-tujuan", title="Maksud dan Tujuan", in_2025="1.3", in_2017="1.3",
        prompt="Tambahkan maksud dan tujuan yang khas bagi perangkat daerah di sini.",
    ),
    NarrativePlace(
        key="tugas-fungsi", title="Tugas, Fungsi dan Struktur Organisasi", in_2025="2.1.1", in_2017="2.1",
        other_titles=("Tugas, Fungsi dan Struktur", "Tugas, Fungsi, dan Struktur Organisasi"),
        prompt="Uraikan tugas dan fungsi setiap unit kerja, dan sisipkan bagan struktur organisasi di sini.",
    ),
    NarrativePlace(
        key="sumber-daya", title="Sumber Daya", in_2025="2.1.2", in_2017="2.2",
        other_titles=("Sumber Daya Perangkat Daerah",),
        prompt="Uraikan jumlah dan kualifikasi pegawai, aset, serta sistem informasi yang dikelola di sini.",
    ),
    NarrativePlace(
        key="kinerja-pelayanan", title="Kinerja Pelayanan", in_2025="2.1.3", in_2017="2.3",
        other_titles=("Kinerja Pelayanan Perangkat Daerah",),
        prompt="Uraikan capaian yang berhasil dan yang belum berhasil beserta sebabnya di sini.",
    ),
    NarrativePlace(
        key="kelompok-sasaran", title="Kelompok Sasaran Layanan", in_2025="2.1.4", in_2017="2.3.1",
        prompt="Uraikan kelompok sasaran setiap layanan di sini.",
    ),
    NarrativePlace(
        key="mitra", title="Mitra Perangkat Daerah", in_2025="2.1.5", in_2017="2.3.2", other_titles=("Mitra",),
        prompt="Uraikan mitra dan bentuk dukungannya di sini.",
    ),
    NarrativePlace(
        key="kerja-sama", title="Kerja Sama", in_2025="2.1.6", in_2017="2.3.3", other_titles=("Kerja Sama Daerah",),
        prompt="Uraikan kerja sama daerah yang menjadi tanggung jawab perangkat daerah di sini, bila ada.",
    ),
    NarrativePlace(
        key="tantangan-peluang", title="Tantangan dan Peluang", in_2017="2.4",
        other_titles=("Tantangan dan Peluang Pengembangan Pelayanan",),
        prompt="Uraikan tantangan dan peluang pengembangan pelayanan di sini.",
    ),
    NarrativePlace(
        key="permasalahan", title="Permasalahan Pelayanan", in_2025="2.2.1", in_2017="3.1", optional=True,
        other_titles=(
            "Permasalahan",
            "Identifikasi Permasalahan",
            "Identifikasi Permasalahan Berdasarkan Tugas dan Fungsi Pelayanan",
        ),
        prompt="Uraikan permasalahan pelayanan yang belum tampak pada tabel di sini, bila ada.",
    ),
    NarrativePlace(
        key="isu-strategis", title="Isu Strategis", in_2025="2.2.2", in_2017="3.5",
        other_titles=("Penentuan Isu Strategis", "Penentuan Isu-Isu Strategis"),
        prompt="Uraikan isu strategis yang menjadi prioritas dan alasannya di sini.",
    ),
    NarrativePlace(
        key="keterkaitan-rpjmd", title="Keterkaitan dengan RPJMD", in_2025="3.1", in_2017="3.2",
        other_titles=(
            "Tujuan dan Sasaran Renstra Perangkat Daerah",
            "Telaahan Visi, Misi, dan Program Kepala Daerah",
            "Telaahan Visi, Misi, dan Program Kepala Daerah dan Wakil Kepala Daerah Terpilih",
        ),
        prompt="Uraikan keterkaitan tujuan dan sasaran dengan visi, misi, dan sasaran RPJMD di sini.",
    ),
    NarrativePlace(
        key="telaahan-renstra", title="Telaahan Renstra Kementerian/Lembaga dan Renstra Provinsi", in_2017="3.3",
        prompt="Uraikan hasil telaahan Renstra kementerian/lembaga dan Renstra perangkat daerah provinsi di sini.",
    ),
    NarrativePlace(
        key="telaahan-rtrw-klhs", title="Telaahan Rencana Tata Ruang Wilayah dan KLHS", in_2017="3.4",
        other_titles=(
            "Telaahan RTRW dan KLHS",
            "Telaahan Rencana Tata Ruang Wilayah dan Kajian Lingkungan Hidup Strategis",
        ),
        prompt="Uraikan hasil telaahan rencana tata ruang wilayah dan kajian lingkungan hidup strategis di sini.",
    ),
    NarrativePlace(
        key="visi-misi", title="Visi dan Misi Kepala Daerah", in_2017="5.1", other_titles=("Visi dan Misi",),
        prompt="Tulis visi dan misi kepala daerah yang didukung di sini.",
    ),
    NarrativePlace(
        key="strategi-arah-kebijakan", title="Strategi dan Arah Kebijakan", in_2025="3.2", in_2017="5.2",
        prompt="Uraikan prioritas strategi dan arah kebijakan setiap tahun di sini.",
    ),
    NarrativePlace(
        key="lintas-perangkat-daerah", title="Kinerja Lintas Perangkat Daerah", in_2025="3.4", in_2017="4.2",
        other_titles=("Kinerja Lintas Perangkat Daerah (Crosscutting)", "Crosscutting"),
        prompt="Uraikan kesepakatan dengan perangkat daerah pendukung di sini.",
    ),
    NarrativePlace(
        key="program-kegiatan", title="Program, Kegiatan, Subkegiatan", in_2025="4.1", in_2017="6",
        other_titles=("Rencana Program dan Kegiatan serta Pendanaan", "Program, Kegiatan, dan Subkegiatan"),
        prompt="Uraikan pertimbangan pemilihan program dan kerangka pendanaannya di sini.",
    ),
    NarrativePlace(
        key="kinerja-bidang-urusan", title="Kinerja Penyelenggaraan Bidang Urusan", in_2025="4.2", in_2017="7",
        optional=True,
        prompt="Uraikan kinerja penyelenggaraan bidang urusan yang belum tampak pada tabel di sini, bila ada.",
    ),
    NarrativePlace(
        key="kaidah-pelaksanaan", title="Kaidah Pelaksanaan", in_2025="5.1", in_2017="8.1",
        prompt="Tambahkan kaidah pelaksanaan yang khas bagi perangkat daerah di sini.",
    ),
    NarrativePlace(
        key="pengendalian-evaluasi", title="Pengendalian dan Evaluasi", in_2025="5.2", in_2017="8.2",
        prompt="Uraikan mekanisme, waktu, dan penanggung jawab pengendalian dan evaluasi di sini.",
    ),
)  # fmt: skip
"""In the order in which the outlines print them."""


def asks_for_2017(identitas: Mapping[str, Isian]) -> bool:
    """Whether Identitas asks for the outline of Permendagri 86/2017."""
    asked = identitas.get("bentuk_renstra")
    return asked is not None and "86" in asked.text


def places_of_outline(*, in_2017: bool) -> tuple[NarrativePlace, ...]:
    """The places of an outline, in its order."""
    found = [place for place in PLACES if (place.in_2017 if in_2017 else place.in_2025)]
    return tuple(sorted(found, key=lambda place: [int(part) for part in place.number(in_2017=in_2017).split(".")]))


BY_KEY: Mapping[str, NarrativePlace] = {place.key: place for place in PLACES}


def _of(key: str) -> Meaning:
    place = BY_KEY[key]
    return says(f"naskah perangkat daerah: {place.title}", f"Naskah perangkat daerah tentang {place.title.lower()}.")


@dataclass(frozen=True, slots=True)
class RenstraNarrative:
    """What the office wrote at each place (``PLACES``), as a template sees it; printed alone in its paragraph."""

    kata_pengantar: Annotated[Narrative, _of("kata-pengantar")]
    latar_belakang: Annotated[Narrative, _of("latar-belakang")]
    dasar_hukum: Annotated[Narrative, _of("dasar-hukum")]
    maksud_tujuan: Annotated[Narrative, _of("maksud-tujuan")]
    tugas_fungsi: Annotated[Narrative, _of("tugas-fungsi")]
    sumber_daya: Annotated[Narrative, _of("sumber-daya")]
    kinerja_pelayanan: Annotated[Narrative, _of("kinerja-pelayanan")]
    kelompok_sasaran: Annotated[Narrative, _of("kelompok-sasaran")]
    mitra: Annotated[Narrative, _of("mitra")]
    kerja_sama: Annotated[Narrative, _of("kerja-sama")]
    tantangan_peluang: Annotated[Narrative, _of("tantangan-peluang")]
    permasalahan: Annotated[Narrative, _of("permasalahan")]
    isu_strategis: Annotated[Narrative, _of("isu-strategis")]
    keterkaitan_rpjmd: Annotated[Narrative, _of("keterkaitan-rpjmd")]
    telaahan_renstra: Annotated[Narrative, _of("telaahan-renstra")]
    telaahan_rtrw_klhs: Annotated[Narrative, _of("telaahan-rtrw-klhs")]
    visi_misi: Annotated[Narrative, _of("visi-misi")]
    strategi_arah_kebijakan: Annotated[Narrative, _of("strategi-arah-kebijakan")]
    lintas_perangkat_daerah: Annotated[Narrative, _of("lintas-perangkat-daerah")]
    program_kegiatan: Annotated[Narrative, _of("program-kegiatan")]
    kinerja_bidang_urusan: Annotated[Narrative, _of("kinerja-bidang-urusan")]
    kaidah_pelaksanaan: Annotated[Narrative, _of("kaidah-pelaksanaan")]
    pengendalian_evaluasi: Annotated[Narrative, _of("pengendalian-evaluasi")]

    def items(self) -> Iterator[tuple[str, Narrative]]:
        """What is written at each place, by the key of the place."""
        return ((place.key, getattr(self, place.name)) for place in PLACES)


def narrative_of(written: Mapping[str, Narrative], file: str, *, exists: bool = True) -> RenstraNarrative:
    """What a Renstra prints at its places: what is written there, else a mark that asks for it.

    Args:
        written: What the office wrote, by key; places without text are not in it.
        file: Name of the office's naskah, for the findings.
        exists: There is such a file; else the findings say how it comes to be.
    """
    state = {"belum": "", "cara": ""} if exists else {"belum": _NO_FILE, "cara": _MAKE_IT}
    return RenstraNarrative(**{place.name: written.get(place.key, _asked(place, file, state)) for place in PLACES})


_NO_FILE = " (berkasnya belum ada)"
_MAKE_IT = (
    "Ketik python3 pipeline.py naskah (di Windows: py pipeline.py naskah) di folder program: naskah kosong dibuat. "
)


def _asked(place: NarrativePlace, file: str, state: Mapping[str, str]) -> Narrative:
    if place.optional:
        return ""
    told = temuan("D30", CellRef(""), berkas=file, tempat=place.title, kunci=place.key, kalimat=place.prompt, **state)
    return Tanda(place.asked, place.asked, told=told)


NO_NARRATIVE = narrative_of({}, "naskah")
"""Of an office that has none."""

assert tuple(field.name for field in fields(RenstraNarrative)) == tuple(place.name for place in PLACES)
