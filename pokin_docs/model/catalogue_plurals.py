"""How findings of one code that have one cause are told together; a table beside the catalogue.

Findings of one sheet whose messages are the same are told together without an entry here, with the number of rows behind
the message. An entry is for codes whose findings differ in a detail that is not the cause, and for messages that read badly
so. In a text ``{n}`` is the number of findings, ``{baris}`` that of their rows, ``{n_kolom}`` of
their columns; other names are details of the cause.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plural:
    """The words for several findings of one code.

    ``cause`` names the details, parted by blanks, that must agree. ``each`` is what is said of one finding beside its
    place, from its own details; "" where its place says all. ``saran`` stands for the hint of the catalogue where that
    names details that differ. ``across``: findings of several sheets are one cause.
    """

    message: str
    cause: str = ""
    each: str = ""
    saran: str = ""
    across: bool = False


_EMPTY = Plural("{kolom} belum diisi pada {baris} baris.", "kolom")
_WORD = "«{kata}»: «{teks}»"

PLURALS: dict[str, Plural] = {
    # B: reading the workbook
    "B11": Plural("{n} lembar tidak dikenal dan tidak dibaca.", "", "«{lembar}».{usul}", across=True),
    "B14": Plural("{n} kolom tidak ada pada lembar «{lembar}»; nilainya dicetak sebagai tanda.", "lembar", "«{kolom}».{usul}",
                  "Tambahkan kolom-kolom itu dan isilah."),
    "B16": Plural("{n} kolom tidak berjudul; artinya dibaca dari isinya.", "", "kolom {huruf} sebagai «{kolom}»",
                  "Tulis judulnya di sel itu agar tidak perlu ditebak dari isinya."),
    "B17": Plural("{n} baris tidak dipahami dan tidak dipakai.", "", "«{teks}»"),
    "B18": Plural("{n} sel berisi rumus yang belum pernah dihitung.", "", "{rumus}"),
    "B19": Plural("{n} sel berisi galat Excel.", "", "{galat}"),
    "B20": Plural("{n} angka terlalu panjang: Excel hanya menyimpan 15 angka, sisanya sudah hilang.", "", "«{teks}»"),
    "B21": Plural("{n} isian pada kolom «{kolom}» bukan {jenis} yang dapat dibaca.", "kolom jenis", "«{teks}».{usul}"),
    "B22": Plural("{n} isian kolom «{kolom}» tidak ada dalam daftar pilihannya.", "kolom pilihan", "«{teks}».{usul}"),
    "B28": Plural("{n} isian pada lembar Identitas tidak dikenal dan tidak dipakai.", "", "«{kunci}».{usul}"),
    "B29": Plural("{n} isian belum diisi pada lembar Identitas.", "", "«{kunci}»"),
    "B32": Plural("{n} judul kolom tidak dikenal dan tidak dibaca.", "", "«{teks}».{usul}"),
    "B33": Plural("{n} sel berisi tanggal, padahal kolom «{kolom}» bukan kolom tanggal.", "kolom", "{teks}"),
    "B34": _EMPTY,
    "B43": Plural("{n} sel memuat lebih dari satu indikator bernomor; setiap sel dibaca dan dicetak sebagai satu.", "",
                  "{jumlah} indikator"),
    "B55": Plural("{n} {jenis}{di} tidak dibaca.", "jenis di", "{apa}, {jumlah} sel{sel}", across=True),
    "B56": Plural("{n} {jenis}{di} tidak dibaca, padahal isinya seperti isi buku kerja ini.", "jenis di",
                  "{apa}, {jumlah} sel{sel}", across=True),
    "B57": Plural("{n} baris atau sel dicoret, jadi tidak dibaca.", "", "{apa}: «{teks}»"),
    "B58": Plural("{n} lembar dibaca sebagai sambungan lembar «{dipakai}».", "dipakai", "«{lembar}», {jumlah} baris{judul}",
                  across=True),
    "B45": Plural("{kolom} kosong pada {baris} baris, padahal baris lain yang setingkat mengisinya.", "kolom", "{komponen}"),
    "B76": Plural("{n} jumlah ditulis dengan kata satuan dan dibaca penuh.", "", "«{teks}» sebagai Rp{jumlah}"),
    "B77": Plural("{n} jumlah tidak dipakai: bertentangan dengan satuan kolomnya, {satuan} ({tempat}).", "satuan tempat", "«{teks}»: {sebab}"),
    # S: structure of the tree
    "S01": Plural("Komponen «{komponen}» tidak cocok dengan {kolom} «{teks}» pada {baris} baris; yang dipakai Komponen.",
                  "komponen kolom teks seharusnya"),
    "S02": Plural("Tingkat terlompati pada {n} kinerja.", "", "{komponen} langsung di bawah {induk}; di antaranya kurang {kurang}",
                  "Tambahkan baris yang kurang, atau betulkan Komponennya."),
    "S03": Plural("{n} kinerja tidak mempunyai induk.", "", "{komponen} tanpa {induk} di atasnya"),
    "S05": Plural("{n} cabang berhenti di {komponen}, belum diuraikan menjadi {anak}.", "komponen anak", "«{teks}»"),
    "S06": Plural("{n} {komponen} hanya diuraikan menjadi satu {anak}; satu kondisi saja belum menguraikannya.",
                  "komponen anak", "«{teks}» ({lain})"),
    "S10": Plural("{n} kinerja sama dengan kinerja di baris lain.", "", "{lain}"),
    "S11": Plural("{n} kinerja hampir sama dengan kinerja induknya.", "", "«{teks}»; induknya ({lain}) «{induk}»"),
    "S12": Plural("{n} unit tidak memegang kinerja satu pun; PK tidak dibuat untuk pejabatnya.", "",
                  "«{unit}»: {jabatan} (ID {id})",
                  "Tambahkan cabangnya di Tahap 5 (untuk Sekretariat: Program Penunjang, kode berakhir .01), lalu isi Pemilik "
                  "dengan ID-nya; atau hapus baris unit ini."),
    "S13": Plural("{n} kondisi lintas perangkat daerah belum ada di lembar Lintas Perangkat Daerah."),
    "S30": Plural("Tingkat {n} kinerja tidak dikenal.", "", "Komponen {teks}.{usul}"),
    "S31": Plural("Komponen kosong pada {baris} baris; tingkatnya dibaca dari {dasar}.", "dasar", "{komponen}"),
    "S37": Plural("{n} kondisi lintas perangkat daerah belum lengkap: {kolom} belum diisi.", "kolom", "«{teks}»"),
    "S42": Plural("{n} Komponen tidak menyebut tingkat; tingkatnya dibaca dari {dasar}.", "dasar", "«{teks}» sebagai {komponen}"),
    "S43": Plural("{n} komponen tidak mempunyai kinerja dan indikator; keduanya dicetak sebagai tanda.", "", "«{teks}»"),
    "S45": Plural("{n} isi Induk tidak dapat dipakai; yang dipakai urutan baris.", "", "«{teks}» {sebab}.{usul}"),
    # X: between stages
    "X01": Plural("{n} kondisi dari Tahap 2 tidak menjadi sasaran di Tahap 5.", "", "{usul}"),
    "X02": Plural("{n} kondisi dari Tahap 3 tidak ada di {lembar}.", "lembar", "{usul}"),
    "X03": Plural("{kolom} berbeda antartahap pada {baris} baris.", "kolom", "«{teks}»; di {lain} tertulis «{seharusnya}»"),
    "X04": Plural("{n} baris {lembar} tidak ada padanannya di {lain}.", "lembar lain", "{letak}"),
    "X05": Plural("{n} teks terpotong.", "", "berakhir dengan «… {akhir}».{lengkap}"),
    "X08": Plural("{n} CSF tidak diawali kata masalah.", "", "«{teks}»"),
    "X09": Plural("{n} CSF tidak memuat satu kata pun dari outcome «{outcome}».", "outcome", "«{teks}»"),
    "X30": Plural("Keterangan kondisi belum diisi pada {baris} baris.", "", "«{teks}».{lain}"),
    "X31": Plural("{n} Keterangan tidak sejalan dengan tahap lain.", "", "«{teks}»; di {lain} tertulis «{tertulis}»"),
    "X32": Plural("{n} kinerja tidak ada di {lembar}.", "lembar", "«{teks}»"),
    "X33": Plural("{n} CSF dan kondisinya tidak menyebut objek yang sama.", "",
                  "«{teks}» tidak ada pada {kolom} ({lain}): «{seharusnya}»"),
    "X34": Plural("{n} CSF tidak ada di Tahap 2.", "", "«{teks}».{usul}"),
    "X35": Plural("{kolom} belum diisi pada {baris} baris.", "kolom", "{lain}"),
    "X37": Plural("{n} kalimat sudah ada di baris lain.", "", "{lain}"),
    # W: wording
    "W01": Plural("{n} kinerja diawali {sebab}.", "sebab", "«{kata}»: «{teks}».{usul}"),
    "W02": Plural("{n} {komponen} menyatakan {peran}.", "komponen peran seharusnya", _WORD),
    "W03": Plural("Kata pertama {n} kinerja tidak dikenal.", "", "«{kata}»: «{teks}».{usul}"),
    "W04": Plural("{n} istilah dipakai di samping istilah lain untuk hal yang sama.", "",
                  "«{kata}» ({jumlah} sel: {sel}) di samping «{seharusnya}»"),
    "W05": Plural("Penulisan {n} kata {sebab}.", "sebab", "«{kata}», tulis «{seharusnya}»: «{teks}»",
                  "Tulis seperti yang disebut di situ."),
    "W06": Plural("{n} kinerja berbunyi seperti indikator.", "", _WORD,
                  "Tulis kondisinya di Kinerja, dan pindahkan ukurannya ke Indikator Kinerja."),
    "W07": Plural("{n} kata tampaknya salah ketik.", "", "«{kata}», mungkin maksudnya «{seharusnya}»: «{teks}»"),
    # I: indicator
    "I01": Plural("{n} kinerja belum mempunyai indikator."),
    "I02": Plural("{n} indikator {komponen} hanya menghitung keluaran.", "komponen kata", "«{teks}»"),
    "I03": Plural("{n} indikator Sasaran Sub Kegiatan berupa «{kata}».", "kata", "«{teks}»"),
    "I04": Plural("{n} indikator menghitung {kata}, bukan yang dihasilkan.", "kata", "«{teks}», bukan {objek}.{satuan}",
                  "Hitung yang dihasilkan, bukan {kata}nya; {kata} cukup disebut di Sumber Data."),
    "I05": Plural("{n} indikator menggabungkan dua ukuran.", "", _WORD),
    "I06": Plural("{n} indikator {komponen} mengukur proses, bukan hasilnya.", "komponen", _WORD),
    "I08": Plural("{n} indikator tidak memuat satu kata pun dari kinerjanya.", "", "«{teks}»; kinerjanya «{kinerja}»"),
    "I09": Plural("{n} indikator hampir sama dengan indikator lain.", "", "«{teks}»; {lain}: «{tertulis}»"),
    "I11": Plural("{n} ungkapan belum dapat diukur.", "", _WORD),
    "I12": Plural("Satuan belum diisi pada {baris} baris."),
    "I13": Plural("Target {tahun} belum diisi pada {baris} baris.", "tahun"),
    "I14": Plural("{n} IKU belum mempunyai {kolom}.", "kolom", "«{teks}»"),
    "I16": Plural("{n} indikator tidak disinggung kinerja di bawahnya.", "", _WORD),
    "I30": Plural("Target tahun {tahun} belum diisi pada {baris} baris; tabel Renstra memuat tanda.", "tahun"),
    "I31": Plural("Kondisi Awal belum diisi pada {baris} baris; tabel Renstra memuat tanda."),
    "I32": Plural("Satuan «{satuan}» pada {baris} baris tidak ada dalam daftar.{usul}", "satuan usul"),
    "I33": Plural("{n} angka di luar 0 sampai 100, padahal satuannya {satuan}.", "satuan", "{kolom} ({nilai}): «{teks}»"),
    "I34": Plural("{n} target lebih buruk daripada Kondisi Awal.", "",
                  "{tahun} ({nilai}), Kondisi Awal {awal}, {polaritas}: «{teks}»"),
    "I35": Plural("{n} target melompat lebih dari tiga kali dibandingkan tahun di sebelahnya.", "",
                  "{tahun} ({nilai}), di sebelahnya {lain}: «{teks}»"),
    "I36": Plural("{n} satuan tidak cocok dengan indikatornya.", "", "«{satuan}» pada indikator yang diawali «{kata}».{usul}"),
    "I37": Plural("{n} isian {kolom} bukan angka, padahal satuannya atau target lainnya angka.", "kolom",
                  "«{teks}», satuannya {satuan}"),
    # P: planning, budget, posts
    "P01": Plural("{n} {komponen} belum mempunyai kode {jenis}.", "komponen jenis"),
    "P02": Plural("{n} kode tidak ada di lembar Program.", "", "«{kode}».{usul}{lain}"),
    "P03": Plural("{n} kode bukan kode {jenis}, padahal barisnya {komponen}.", "jenis komponen contoh", "«{kode}»"),
    "P04": Plural("{n} kode tertulis dua kali.", "", "«{kode}», juga di {lain}"),
    "P05": Plural("{n} pagu tidak sama dengan jumlah di bawahnya.", "",
                  "{tahun} «{kode}» Rp{pagu}, jumlah {jumlah_anak} Rp{jumlah} (selisih Rp{selisih}).{lain}"),
    "P06": Plural("{n} baris kinerja belum mempunyai pemilik; PK-nya dicetak tersendiri dengan tanda.", "", "{jenis_pk}"),
    "P32": Plural("{n} pemilik tidak ada di lembar Pejabat.", "", "«{id}».{usul}{lain}"),
    "P33": Plural("{n} atasan tidak ada di lembar Pejabat.", "", "«{id}».{usul}{lain}"),
    "P35": Plural("Atasan {n} pejabat belum diisi dan tidak dapat dipastikan dari jenis PK.", "", "{calon}"),
    "P36": Plural("{n} pejabat tidak memegang kinerja satu pun; PK-nya tidak dibuat.", "", "{nama}, {jabatan} (ID {id})",
                  "Isi ID-nya pada kolom Pemilik di Tahap 5, atau hapus barisnya."),
    "P37": Plural("{n} pemilik adalah {jenis_pejabat}, tetapi barisnya {jenis_pk}; indikator dicetak di PK pemiliknya.",
                  "jenis_pejabat jenis_pk", "{id}"),
    "P38": Plural("{n} ID tertulis dua kali untuk masa yang sama.", "", "«{id}», juga di {lain}"),
    "P39": Plural("{n} jabatan tidak ada pemegangnya yang berlaku pada {tanggal}; namanya dicetak sebagai tanda.", "tanggal",
                  "«{id}»"),
    "P40": Plural("{n} Jenis PK tidak dikenal.", "", "«{teks}».{usul}"),
    "P41": Plural("{n} kode tidak berbentuk kode program, kegiatan, atau sub kegiatan.", "", "«{kode}»"),
    "P42": Plural("Induk {n} kode tidak ada di lembar Program.", "", "«{kode}», induknya «{induk}»"),
    "P43": Plural("{n_kolom} kolom pagu kosong pada {baris} baris."),
    "P44": Plural("{n} pejabat tidak mempunyai ID."),
    "P45": Plural("{n} jabatan memegang kinerja tanpa Jenis PK; jenisnya diambil dari baris kinerja.", "", "{id}"),
    "P47": Plural("{n} baris Program tidak mempunyai kode.", "", "«{nama}»"),
    "P48": Plural("{n} kode tidak sesuai dengan tempatnya.", "", "«{kode}» {sebab}"),
    "P55": Plural("{n} bidang hanya ada di satu baris.", "", "«{teks}».{usul}"),
    "P60": Plural("{n} jabatan atasan tidak ada pemegangnya pada hari PK bawahannya dibuat; namanya dicetak sebagai tanda.", "",
                  "«{id}» pada {tanggal}, PK «{bawahan}»"),
    "P63": Plural("{n} kode pada lembar Realisasi tidak ada di lembar Program.", "", "«{kode}»{usul}",
                  "Betulkan kodenya, atau tambahkan sub kegiatan itu di lembar Program."),
    "P64": Plural("Realisasi {tahun} melebihi pagu pada {n} kode.", "tahun", "«{kode}» Rp{jumlah}, pagunya Rp{pagu}"),
    "K15": Plural("{n} Tujuan berjenis «{teks}», tetapi {sel} (Tujuan dalam PK JPT) berisi «{isi}», jadi tidak dicetak di PK.",
                  "teks sel isi"),
    "P70": Plural("{n} jabatan ada kalanya tanpa pemegang dalam tahun PK.", "", "«{id}» dari {dari} sampai {sampai}"),
    "P65": Plural("{n} jabatan lowong: {akibat}.", "akibat", "{jabatan} ({id}), tertulis «{teks}»"),
    "P66": Plural("{n} jabatan lowong: {akibat}.", "akibat", "{jabatan} ({id}), tertulis «{teks}»"),
    "P68": Plural("{n} pemilik berupa nama atau jabatan; dibaca sebagai satu-satunya jabatan yang cocok.", "",
                  "«{teks}» = {id}, {jabatan} ({sel})", "Tulis ID-nya di sel itu."),
    "P69": Plural("{n} atasan berupa nama atau jabatan; dibaca sebagai satu-satunya jabatan yang cocok.", "",
                  "«{teks}» = {id}, {jabatan} ({sel})", "Tulis ID-nya di sel itu."),
    "P76": Plural("{n} Bagian tidak dipakai: {sebab}.", "sebab", "«{teks}»"),
    "P77": Plural("{n} Bagian tidak berjumlah sama dengan yang dibagi.", "",
                  "«{kode}» ({id}): {jumlah}, {arah} {selisih} dari {pagu}"),
    "P79": Plural("{n} kode dibagi dengan Bagian tanpa menyebut semua pemegangnya; PK mereka mencetaknya tanpa jumlah.", "",
                  "«{kode}»: {id}"),
    "P80": Plural("{n} kode tidak ada dalam daftar nomenklatur «{daftar}».", "daftar", "«{kode}».{usul}"),
    "P81": Plural("{n} kode sudah diganti dalam daftar nomenklatur.", "", "«{kode}», kini «{baru}» ({nama})"),
    "P82": Plural("{n} nama berbeda dengan nama resmi kodenya.", "", "{kode}: {beda}. Resminya «{resmi}»",
                  "Tulis nama resminya."),
    "P83": Plural("{kolom} resmi {n} kode dapat disalin dari daftar nomenklatur.", "kolom", "{kode}: «{resmi}»"),
    "P84": Plural("{kolom} {n} kode berbeda dengan yang resmi.", "kolom", "{kode}: «{teks}», resminya «{resmi}»"),
    "P85": Plural("Kode {n} baris ada dalam daftar nomenklatur.", "", "«{kode}» ({nama})",
                  "Isi Kode dengan yang disebut di situ, bila itu yang dimaksud."),
    "P86": Plural("{n} kode milik bidang lain, bukan bidang perangkat daerah ini menurut Kode SKPD: {sendiri}.", "sendiri",
                  "«{kode}» ({bidang})"),
    "P87": Plural("{n} kode masih memuat X.XX, tempat kode bidang perangkat daerah.", "", "«{kode}», tulis «{baru}»",
                  "Tulis seperti yang disebut di situ."),
    "P88": Plural("{n} kode milik bidang lain daripada program lainnya ({sendiri}).", "sendiri", "«{kode}» ({bidang})"),
    "P89": Plural("Mulai tahun {tahun} {n} kode diganti menurut daftar nomenklatur.", "tahun", "«{kode}» menjadi «{baru}» ({nama})"),
    # N: names and NIP
    "N01": Plural("{n} NIP tidak sah.", "", "«{nip}»: {sebab}"),
    "N02": Plural("NIP belum diisi pada {baris} baris."),
    "N03": Plural("Umur saat diangkat menurut {n} NIP tidak wajar.", "", "«{nip}»: {umur} tahun"),
    "N04": Plural("{n} NIP juga dipakai pejabat lain.", "", "«{nip}»: {nama} di {lain}"),
    "N05": Plural("{n} pangkat tidak cocok dengan golongannya.", "", "«{pangkat}» dengan {golongan} ({seharusnya})"),
    "N06": _EMPTY,
    "N08": Plural("{n} golongan tidak dikenal.", "", "«{golongan}»"),
    "N10": Plural("{n} nama memuat gelar.", "", "«{nama}» («{gelar}»)"),
    "N11": Plural("Status {n} pejabat dibaca dari Nama.", "", "«{status}» dari «{teks}»",
                  "Tulis itu di kolom Status, namanya saja di Nama."),
    "N12": Plural("{n} nama tampaknya memuat gelar; ikut dicetak dengan huruf besar.", "", "«{nama}» («{gelar}»)"),
    # L: cross-cutting; K: cycle
    "L01": Plural("{n} kinerja tidak ada di Tahap 5.", "", "{usul}"),
    "L02": _EMPTY,
    "K10": Plural("{n} isi Abaikan tidak dapat dibaca, jadi tidak berlaku.", "", "«{teks}»"),
    "K11": Plural("{n} temuan yang diabaikan tidak ada lagi pada barisnya.", "", "{kode}"),
    "K12": Plural("{n} temuan adalah galat dan tidak dapat diabaikan.", "", "{kode}"),
    "K13": Plural("{n} baris Renstra tentang sasaran yang tidak ada di Tahap 5.", "", "{usul}"),
    "K20": Plural("{n} daftar nomenklatur tidak dipakai.", "", "«{nama}»: {sebab}.{usul}"),
    # D: documents
    "D10": Plural("{n} isian {keadaan}; dicetak sebagai tanda.", "keadaan", "{apa}"),
    # T: template
    "T03": Plural("Templat «{templat}»: {n} tanda templat salah tulis.", "templat",
                  "{bagian}: {pesan} dalam kalimat «{kalimat}».{usul}"),
    "T04": Plural("Templat «{templat}»: {n} isian tidak dikenal.", "templat", "{bagian}: «{nama}» dalam kalimat «{kalimat}».{usul}"),
    "T10": Plural("Templat «{templat}»: {n} bagian yang diwajibkan bentuk baku tidak ada.", "templat",
                  "{bagian}: {apa}{untuk} – «{bunyi}»",
                  "Tambahkan di tempatnya, atau salin dari templat bawaan (perintah mulai)."),
    "T11": Plural("Templat «{templat}»: {n} bagian bentuk baku tidak ada.", "templat", "{bagian}: {apa}{untuk} – «{bunyi}»",
                  "Tambahkan di tempatnya, atau biarkan bila memang disengaja."),
    # D: documents; places of templates that the office still has to write
    "D11": Plural("{n} tabel belum berisi data dari lembar {lembar}; dicetak sebagai tanda.", "lembar", "«{judul}»"),
    "D12": Plural("{n} program belum mempunyai outcome dan indikator di Tabel 4.2; dicetak sebagai tanda.", "",
                  "«{kode} {nama}»"),
    "T12": Plural("Templat «{templat}»: {n} tempat masih harus ditulis; dicetak sebagai tanda.", "templat",
                  "«{kalimat}»{tempat}"),
}  # fmt: skip
