"""The closed list of every finding: code, severity, message, hint, source.

Numbers are never reused. Families: B reading the workbook, S structure, X between stages, W wording, I indicator,
P planning, budget and posts, N names and NIP, L cross-cutting, T template, K cycle. Numbers follow the rules of
domain.md 3.4 where there is one; numbers from 30 on are our own. ``{name}`` in a text is filled from the details of the finding.
"""

from __future__ import annotations

from dataclasses import dataclass

from pokin_docs.model.findings import Temuan, Tingkat

G, P, S = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.SARAN


@dataclass(frozen=True, slots=True)
class Entri:
    """One kind of finding. ``bertanda``: leaves a visible mark in a document, so ``--final`` refuses it."""

    kode: str
    tingkat: Tingkat
    pesan: str
    saran: str
    sumber: str = "buku kerja"
    bertanda: bool = False


_KETIK_TEKS = "Ketik ulang sel itu sebagai teks (beri tanda petik tunggal di depan), lalu simpan."
_SIMPAN_XLSX = "Buka berkas itu di Excel, pilih Simpan Sebagai, jenis «Excel Workbook (*.xlsx)»."

_ENTRI = (
    # B: reading the workbook
    Entri("B01", G, "Berkas «{berkas}» tidak ditemukan.", "Periksa nama dan folder berkas itu."),
    Entri("B02", G, "«{berkas}» bukan buku kerja Excel (.xlsx): {sebab}.", _SIMPAN_XLSX),
    Entri("B03", G, "«{berkas}» memakai format Excel lama (.xls).", _SIMPAN_XLSX),
    Entri("B04", G, "«{berkas}» terkunci kata sandi.",
          "Buka di Excel, hapus kata sandinya (Berkas > Info > Proteksi), lalu simpan."),
    Entri("B05", G, "«{berkas}» rusak atau tidak lengkap: {sebab}.",
          "Salin ulang dari sumbernya, atau buka di Excel, perbaiki, lalu simpan."),
    Entri("B06", G, "«{berkas}» tidak wajar untuk buku kerja: {sebab}.",
          "Salin lembar yang diperlukan ke buku kerja baru, lalu simpan."),
    Entri("B10", G, "Lembar «{lembar}» tidak ada.{usul}",
          "Tambahkan lembar itu, atau ganti nama lembar yang dimaksud menjadi «{lembar}»."),
    Entri("B11", P, "Lembar «{lembar}» tidak dikenal dan tidak dibaca.{usul}",
          "Ganti namanya bila lembar itu seharusnya dibaca."),
    Entri("B12", G, "Baris judul kolom tidak ditemukan pada lembar «{lembar}».",
          "Tulis judul kolomnya dalam satu baris di atas data: {kolom}."),
    Entri("B13", G, "Kolom «{kolom}» tidak ada pada lembar «{lembar}».{usul}",
          "Tambahkan judul kolom «{kolom}», atau betulkan ejaannya."),
    Entri("B14", P, "Kolom «{kolom}» tidak ada pada lembar «{lembar}».{usul} Nilainya dicetak sebagai tanda.",
          "Tambahkan kolom «{kolom}» dan isilah.", bertanda=True),
    Entri("B15", G, "Judul kolom «{kolom}» muncul dua kali, juga di {lain}.",
          "Hapus atau ganti nama salah satunya."),
    Entri("B16", S, "Kolom {huruf} tidak berjudul; dari isinya dibaca sebagai «{kolom}».",
          "Tulis judul «{kolom}» di sel itu agar tidak perlu ditebak dari isinya."),
    Entri("B17", P, "Baris ini tidak dipahami dan tidak dipakai: «{teks}».",
          "Lengkapi menjadi baris data, atau pindahkan catatan ke luar tabel."),
    Entri("B18", G, "Sel ini berisi rumus yang belum pernah dihitung ({rumus}).",
          "Buka buku kerja di Excel, biarkan menghitung, lalu simpan."),
    Entri("B19", G, "Sel ini berisi galat Excel {galat}.", "Betulkan rumus atau ketik nilainya."),
    Entri("B20", G, "Angka «{teks}» terlalu panjang: Excel hanya menyimpan 15 angka, sisanya sudah hilang.",
          _KETIK_TEKS),
    Entri("B21", P, "«{teks}» bukan {jenis} yang dapat dibaca pada kolom «{kolom}».{usul}",
          "Betulkan isi sel itu.", bertanda=True),
    Entri("B22", P, "«{teks}» tidak ada dalam daftar pilihan kolom «{kolom}».{usul}",
          "Pilih salah satu: {pilihan}."),
    Entri("B23", S, "Sel ini memuat karakter yang tidak dapat dicetak; karakter itu dihilangkan.",
          "Ketik ulang teksnya bila ada yang kurang."),
    Entri("B24", G, "Lembar «{lembar}» tidak berisi satu baris data pun.", "Isilah mulai dari baris di bawah judul kolom."),
    Entri("B26", S, "{jumlah} baris tersembunyi ikut dibaca (baris {baris}).",
          "Tampilkan atau hapus baris yang tidak dimaksudkan."),
    Entri("B27", G, "Lembar «{lembar}» berisi lebih dari {batas} baris.", "Bagi buku kerjanya per perangkat daerah."),
    Entri("B28", P, "Isian «{kunci}» pada lembar Identitas tidak dikenal dan tidak dipakai.{usul}",
          "Betulkan ejaannya atau hapus baris itu."),
    Entri("B29", P, "Isian «{kunci}» belum diisi pada lembar Identitas.", "Isi kolom Nilai di sebelahnya.",
          bertanda=True),
    Entri("B30", P, "Lembar Identitas tidak ada; nama perangkat daerah, tahun, tempat, dan tanggal dicetak sebagai tanda.",
          "Tambahkan lembar Identitas (salin dari buku kerja kosong: perintah mulai). Tahun dan tanggal dapat juga "
          "diberikan dengan --tahun dan --tanggal.", bertanda=True),
    Entri("B31", P, "Isian «{kunci}» tertulis dua kali; yang dipakai {dipakai}.", "Hapus salah satunya."),
    Entri("B32", P, "Judul kolom «{teks}» tidak dikenal dan tidak dibaca.{usul}", "Betulkan ejaan judulnya."),
    Entri("B33", G, "Sel ini berisi tanggal ({teks}), padahal kolom «{kolom}» bukan kolom tanggal.",
          "Excel mungkin mengubah ketikan seperti 5-10 menjadi tanggal. " + _KETIK_TEKS),
    Entri("B34", P, "{kolom} belum diisi.", "Isi {kolom} pada baris ini.", bertanda=True),
    Entri("B41", P, "Lembar «{lembar}» juga berisi tabel kinerja dan tidak dibaca; yang dibaca lembar «{dipakai}».",
          "Satukan tabelnya dalam satu lembar, atau jadikan dua buku kerja."),
    Entri("B42", P, "Kolom «Komponen Perencanaan» tidak ada pada lembar «{lembar}»; tingkat dibaca dari kolom {sumber}.",
          "Tambahkan kolom Komponen Perencanaan agar tingkat setiap baris pasti."),
    Entri("B44", G, "Kolom «{teks}» berisi kalimat di antara kolom-kolom tingkat, tetapi tingkatnya tidak dikenal.",
          "Ganti judulnya dengan nama tingkat: Tujuan, Sasaran, Sasaran Program, Sasaran Kegiatan, atau Sasaran Sub Kegiatan."),
    Entri("B43", P, "Sel ini memuat {jumlah} indikator bernomor; dibaca dan dicetak sebagai satu.",
          "Tulis satu indikator per baris: baris tambahan di bawahnya, dengan Kinerja kosong."),
    # S: structure of the tree
    Entri("S01", P, "Komponen «{komponen}» tidak cocok dengan {kolom} «{teks}»; yang dipakai Komponen.",
          "Samakan keduanya: {komponen} berarti {seharusnya}.", "PermenPANRB 89/2021; LKE 88/2021 1.b.8"),
    Entri("S02", P, "Tingkat terlompati: {komponen} ini langsung di bawah {induk}.",
          "Tambahkan baris {kurang} di antaranya, atau betulkan Komponennya.", "PermenPANRB 89/2021"),
    Entri("S03", G, "{komponen} ini tidak mempunyai induk: tidak ada baris {induk} di atasnya.",
          "Pindahkan baris ini ke bawah induknya, atau tambahkan induknya.", "PermenPANRB 89/2021"),
    Entri("S04", P, "Tidak ada baris Tujuan; pohon kinerja tidak berakar.",
          "Tambahkan baris dengan Komponen «Tujuan SKPD» di atas sasaran pertama.", "PermenPANRB 89/2021",
          bertanda=True),
    Entri("S05", P, "Cabang ini berhenti di {komponen}: «{teks}» belum diuraikan menjadi {anak}.",
          "Tambahkan baris {anak} di bawahnya, sampai kondisi yang operasional.", "PermenPANRB 89/2021"),
    Entri("S06", P, "«{teks}» hanya diuraikan menjadi satu {anak} ({lain}); satu kondisi saja belum menguraikannya.",
          "Tambahkan {anak} lain yang juga diperlukan, atau gabungkan kedua baris itu.", "PermenPANRB 89/2021"),
    Entri("S07", G, "Baris ini tidak berisi Kinerja, dan tidak ada kinerja yang dipahami di atasnya.",
          "Isi kolom Kinerja, atau pindahkan baris ini ke bawah kinerjanya."),
    Entri("S08", S, "Rujukan «{teks}» pada {jumlah} baris mulai dari sini tidak sesuai dengan asal kondisinya, yaitu {seharusnya}.",
          "Ganti Rujukan baris-baris itu menjadi {seharusnya}; tingkat kinerja tidak dibaca dari kolom ini.", "PermenPANRB 89/2021"),
    Entri("S09", P, "Tertulis «{teks}», padahal «{kinerja}» adalah sasaran ke-{nomor} menurut urutan baris{csf}.",
          "Tulis «Sasaran {kata}», atau pindahkan cabangnya ke urutan yang benar; yang dicetak urutan baris.", "LKE 88/2021 1.b.4"),
    Entri("S10", P, "Kinerja ini sama dengan {lain}.", "Gabungkan, atau bedakan rumusannya.",
          "PermenPANRB 89/2021 (tanpa redundansi)"),
    Entri("S11", P, "«{teks}» hampir sama dengan kinerja induknya ({lain}): «{induk}».",
          "Rumuskan kondisi yang menyebabkan kinerja induk itu tercapai, bukan kalimat yang sama dengan kata kerja lain.", "PermenPANRB 89/2021"),
    Entri("S12", P, "Unit «{unit}» tidak memegang kinerja satu pun; PK tidak dibuat untuk {jabatan}.",
          "Tambahkan cabangnya di Tahap 5 (untuk Sekretariat: Program Penunjang, kode berakhir .01), lalu isi Pemilik dengan {id}; atau hapus baris unit ini.",
          "LKE 88/2021 1.b.10-11"),
    Entri("S13", P, "Kondisi lintas perangkat daerah ini belum ada di lembar Lintas Perangkat Daerah.",
          "Tambahkan baris dengan kalimat kinerja yang sama dan PD pendukungnya.", "PermenPANRB 89/2021",
          bertanda=True),
    Entri("S14", S, "«{teks}» mempunyai {jumlah} anak, lebih dari {batas}.",
          "Pilih yang berpengaruh besar, atau kelompokkan di bawah kondisi antara.", "PermenPANRB 89/2021 (materialitas)"),
    Entri("S30", G, "Tingkat kinerja ini tidak dikenal: Komponen «{teks}».{usul}",
          "Pilih Komponen: Tujuan SKPD, Sasaran … SKPD, Sasaran Program, Sasaran Kegiatan, atau Sasaran Sub Kegiatan."),
    Entri("S31", P, "Komponen kosong; dari {dasar} dibaca sebagai {komponen}.", "Isi Komponen agar pasti."),
    Entri("S32", S, "Kinerja ini sama dengan baris di atasnya; dibaca sebagai indikator tambahannya.",
          "Kosongkan Kinerja pada baris ini, atau bedakan rumusannya."),
    Entri("S33", S, "Ada {jumlah} baris Tujuan.", "Pastikan perangkat daerah memang mempunyai lebih dari satu tujuan.",
          "PermenPANRB 89/2021"),
    Entri("S34", P, "Kinerja kosong, padahal Komponen «{komponen}» berbeda dengan kinerja di atasnya; kinerjanya dicetak "
          "sebagai tanda.", "Isi Kinerja bila baris ini kinerja baru, atau kosongkan Komponennya.", bertanda=True),
    Entri("S35", P, "Jenis PK «{teks}» tidak biasa untuk {komponen}; indikator dicetak di PK itu.",
          "Samakan: {komponen} biasanya {seharusnya}.", "PermenPANRB 89/2021; LKE 88/2021 1.b.8"),
    Entri("S36", P, "Baris ini dibaca sebagai indikator tambahan dari «{kinerja}», padahal ada baris kosong di antaranya.",
          "Hapus baris kosong itu, atau pindahkan teks ini ke luar tabel bila bukan indikator."),
    Entri("S37", P, "Kondisi lintas perangkat daerah «{teks}» belum lengkap: {kolom} belum diisi.",
          "Isi {kolom} pada baris ini.", "PermenPANRB 89/2021; LKE 88/2021 1.b.9"),
    Entri("S38", P, "Program penunjang «{kode} {nama}» tidak dipakai satu kinerja pun di Tahap 5; cabang Sekretariat belum ada.",
          "Tambahkan cabang Sekretariat di Tahap 5 dengan kode itu.", "LKE 88/2021 1.b.10-11"),
    Entri("S40", S, "Tingkat kinerja dibaca dari sebutan lain: {arti}.",
          "Periksa; tulis Komponen Perencanaan bila ada yang tidak sesuai.", "PermenPANRB 89/2021"),
    Entri("S41", P, "Tingkat kinerja dibaca dari sebutan lain: {arti}. Menurut sebutan lain di tabel ini: {turunan}.",
          "Periksa; tulis Komponen Perencanaan bila ada yang tidak sesuai.", "PermenPANRB 89/2021"),
    Entri("S42", P, "Komponen «{teks}» tidak menyebut tingkat; dari {dasar} dibaca sebagai {komponen}.",
          "Tulis tingkatnya di kolom Komponen agar pasti."),
    Entri("S43", P, "Komponen «{teks}» tidak mempunyai kinerja dan indikator; keduanya dicetak sebagai tanda.",
          "Isi Kinerja dan Indikator Kinerja komponen ini.", "PermenPANRB 89/2021", bertanda=True),
    # X: between stages
    Entri("X01", P, "Kondisi dari Tahap 2 ini tidak menjadi sasaran di Tahap 5.{usul}",
          "Samakan rumusannya di Tahap 2 dan Tahap 5.", "PermenPANRB 89/2021"),
    Entri("X02", P, "Kondisi dari Tahap 3 ini tidak ada di {lembar}.{usul}",
          "Samakan rumusannya di Tahap 3 dan {lembar}.", "PermenPANRB 89/2021"),
    Entri("X03", P, "{kolom} «{teks}» berbeda dengan Tahap 4 ({lain}); di sana tertulis «{seharusnya}».",
          "Samakan teksnya di Tahap 4 dan Tahap 5; yang dicetak adalah teks Tahap 5.", "PermenPANRB 89/2021; LKE 1.b.8"),
    Entri("X04", P, "Baris {lembar} ini tidak ada padanannya di {lain}.", "Tambahkan atau hapus salah satunya.",
          "PermenPANRB 89/2021"),
    Entri("X05", P, "Teks terpotong: berakhir dengan «… {akhir}».{lengkap}",
          "Lengkapi teks di sel ini, dan samakan di semua tahap; yang dicetak adalah teks Tahap 5.", "PermenPANRB 89/2021; LKE 1.b.8"),
    Entri("X06", P, "Urutan {jumlah} baris berbeda antartahap: «{teks}» di sini tidak pada urutan yang sama dengan {lain}.",
          "Samakan urutan baris di semua tahap; urutan baris Tahap 5 menentukan induk setiap kinerja.", "PermenPANRB 89/2021"),
    Entri("X07", P, "Outcome tertulis «{teks}», padahal di {lain} «{tertulis}».",
          "Pakai satu rumusan outcome di Tahap 1, Tahap 2, Tahap 4, dan Tahap 5.", "PermenPANRB 89/2021"),
    Entri("X08", S, "CSF «{teks}» tidak diawali kata masalah.",
          "Rumuskan CSF sebagai masalah atau sebab, misalnya: Rendahnya …, Belum …, Terbatasnya ….", "PermenPANRB 89/2021"),
    Entri("X09", S, "CSF «{teks}» tidak memuat satu kata pun dari outcome «{outcome}».",
          "Pastikan CSF ini penyebab tercapainya outcome; bila ya, rumuskan outcome sehingga mencakupnya.", "PermenPANRB 89/2021"),
    Entri("X30", P, "Keterangan kondisi «{teks}» belum diisi.{lain}",
          "Isi Keterangan: Kondisi Antara Utama, Kondisi Antara, atau Kondisi Operasional.", "PermenPANRB 89/2021"),
    Entri("X31", P, "Keterangan «{teks}» tidak sejalan dengan {lain}; di sana tertulis «{tertulis}».",
          "Samakan: Kondisi Antara Utama = Taktikal Intermediate, Kondisi Antara = Taktikal Immediate, Kondisi Operasional = Operasional.",
          "PermenPANRB 89/2021"),
    Entri("X32", P, "Kinerja «{teks}» tidak ada di {lembar}.", "Tambahkan kondisi itu di {lembar}, atau hapus dari tahap ini.",
          "PermenPANRB 89/2021"),
    Entri("X34", P, "«{teks}» tidak ada di Tahap 2.{usul}", "Samakan rumusannya di Tahap 2 dan Tahap 3.", "PermenPANRB 89/2021"),
    Entri("X33", S, "«{teks}» tidak ada pada {kolom} ({lain}): «{seharusnya}».",
          "Samakan objek CSF dan kondisinya: kondisi adalah kebalikan positif dari CSF.", "PermenPANRB 89/2021"),
    # W: wording
    Entri("W01", P, "Kinerja diawali «{kata}», {sebab}: «{teks}».{usul}",
          "Awali dengan kondisi yang dicapai (Meningkatnya …, Terpenuhinya …, Tersedianya …).", "PermenPANRB 89/2021"),
    Entri("W02", S, "«{kata}» menyatakan {peran}, padahal baris ini {komponen}: «{teks}».",
          "Rumuskan {seharusnya}, atau periksa apakah baris ini seharusnya di tingkat lain.", "PermenPANRB 89/2021"),
    Entri("W03", P, "Kata pertama «{kata}» tidak dikenal: «{teks}».{usul}", "Betulkan ejaan kata itu di sel ini."),
    Entri("W04", S, "Istilah «{kata}» ({jumlah} sel: {sel}) dipakai di samping «{seharusnya}» untuk hal yang sama: «{teks}».",
          "Pilih satu istilah, lalu ganti yang lain dengan Temukan dan Ganti (Ctrl+H).", "LKE 88/2021 1.b.4"),
    Entri("W05", S, "Penulisan «{kata}» {sebab}: «{teks}».", "Tulis «{seharusnya}»."),
    Entri("W06", P, "Kinerja ini berbunyi seperti indikator («{kata}»): «{teks}».",
          "Tulis kondisinya di Kinerja dan pindahkan «{ukuran} …» ke Indikator Kinerja.", "PermenPANRB 89/2021"),
    Entri("W07", S, "«{kata}» tampaknya salah ketik: «{teks}». Mungkin maksudnya «{seharusnya}»?",
          "Betulkan ejaannya. Bila memang begitu ejaannya, tulis kata itu di ejaan.txt dalam folder «kata» di sebelah buku kerja."),
    Entri("W30", P, "Berkas kata «{berkas}» {sebab}, jadi tidak dipakai.{usul}",
          "Berkas kata berupa teks biasa (Notepad) bernama salah satu: {pilihan}."),
    Entri("W31", P, "Berkas kata «{berkas}» baris {baris} tidak dipahami: «{teks}».", "Tulis seperti: {bentuk}."),
    # I: indicator
    Entri("I01", P, "Kinerja ini belum mempunyai indikator.", "Isi Indikator Kinerja.", "LKE 88/2021 1.b.5", bertanda=True),
    Entri("I02", P, "Indikator {komponen} ini hanya menghitung keluaran: «{teks}».",
          "Ukur hasilnya, misalnya dengan Persentase … atau Indeks …; «{kata} …» untuk Sasaran Sub Kegiatan.",
          "PermenPANRB 89/2021; LKE 1.b.5"),
    Entri("I03", S, "Indikator Sasaran Sub Kegiatan ini berupa «{kata}»: «{teks}».",
          "Sub kegiatan biasanya diukur dengan Jumlah keluarannya; biarkan bila sama dengan nomenklatur.", "PermenPANRB 89/2021"),
    Entri("I04", P, "Indikator ini menghitung {kata}, bukan {objek}: «{teks}».{satuan}",
          "Hitung {objek}, bukan {kata}nya; {kata} cukup disebut di Sumber Data.", "LKE 88/2021 1.b.5"),
    Entri("I05", S, "Indikator ini menggabungkan dua ukuran («{kata}»): «{teks}».",
          "Pilih satu, atau pecah menjadi dua baris indikator (Kinerja dikosongkan pada baris kedua).", "LKE 88/2021 1.b.5 (spesifik)"),
    Entri("I06", S, "Indikator {komponen} ini mengukur proses («{kata}»), bukan hasilnya: «{teks}».",
          "Ukur keadaan sesudahnya, misalnya persentase penerima manfaat yang terlayani atau terhubung.", "LKE 88/2021 1.b.5"),
    Entri("I07", S, "«{kata}» dan «{lain}» mengatakan hal yang sama: «{teks}».",
          "Sebut ukuran yang dipakai, misalnya standar yang dipenuhi.", "LKE 88/2021 1.b.5"),
    Entri("I08", S, "Indikator «{teks}» tidak memuat satu kata pun dari kinerjanya «{kinerja}».",
          "Pastikan indikator ini mengukur kinerja itu dan tidak tertukar dengan baris lain.", "LKE 88/2021 1.b.5 (relevan)"),
    Entri("I09", S, "Indikator «{teks}» hampir sama dengan {lain}: «{tertulis}».",
          "Pastikan keduanya mengukur hal yang berbeda, lalu bedakan rumusannya.", "PermenPANRB 89/2021; LKE 1.b.8"),
    Entri("I10", S, "«{kata}» tidak dipakai lagi atau segera diganti: {seharusnya}.",
          "Rencanakan indikator penggantinya di Renstra.", "LKE 88/2021 1.b.6"),
    Entri("I11", S, "«{kata}» belum dapat diukur: «{teks}».",
          "Sebut batasnya (berapa kali, berapa dari berapa), atau jelaskan di Definisi Operasional dan beri alasan di Abaikan.",
          "LKE 88/2021 1.b.5 (terukur)"),
    Entri("I14", S, "IKU «{teks}» belum mempunyai {kolom}.", "Isi {kolom} pada baris ini.", "LKE 88/2021 2.a.2"),
    Entri("I15", S, "Kinerja «{teks}» mempunyai {jumlah} indikator.", "Pilih yang paling mewakili; satu sampai {batas} sudah cukup.",
          "LKE 88/2021 1.b.5"),
    Entri("I16", S, "Tidak ada kinerja di bawahnya yang menyinggung «{kata}» dari indikator ini: «{teks}».",
          "Tambahkan kinerja yang mendukung indikator ini, atau hapus indikatornya.", "LKE 88/2021 1.b.8"),
    Entri("I12", P, "Satuan belum diisi.", "Isi Satuan indikator ini.", "PermenPANRB 53/2014", bertanda=True),
    Entri("I13", P, "Target {tahun} belum diisi.", "Isi target tahun itu.", "PermenPANRB 53/2014; LKE 1.b.7", bertanda=True),
    Entri("I30", P, "Target belum diisi untuk tahun {tahun}; tabel Renstra memuat tanda.", "Isi target tahun itu.",
          "Inmendagri 2/2025", bertanda=True),
    Entri("I31", P, "Kondisi Awal belum diisi; tabel Renstra memuat tanda.", "Isi capaian tahun sebelum Renstra.",
          "Inmendagri 2/2025", bertanda=True),
    Entri("I32", S, "Satuan «{satuan}» tidak ada dalam daftar.{usul}",
          "Betulkan ejaannya. Bila memang dipakai, tulis «{satuan} = Jumlah» di satuan.txt dalam folder «kata» di sebelah buku kerja.", "PermenPANRB 53/2014"),
    Entri("I33", P, "{kolom} ({nilai}) di luar 0 sampai 100, padahal satuannya {satuan}: «{teks}».",
          "Betulkan angkanya atau satuannya.", "LKE 88/2021 1.b.7"),
    Entri("I34", P, "Target {tahun} ({nilai}) lebih buruk daripada Kondisi Awal ({awal}), padahal {polaritas}: «{teks}».",
          "Betulkan target, Kondisi Awal, atau Polaritas.", "LKE 88/2021 1.b.7"),
    Entri("I35", P, "Target {tahun} ({nilai}) melompat lebih dari tiga kali dibandingkan tahun di sebelahnya ({lain}): «{teks}».",
          "Periksa apakah ada angka nol atau koma yang salah.", "LKE 88/2021 1.b.7"),
    Entri("I37", P, "Target «{teks}» bukan angka, padahal satuannya {satuan} atau target tahun lainnya angka.",
          "Ketik angkanya; kosongkan bila memang belum ada.", "PermenPANRB 53/2014"),
    Entri("I36", P, "Satuan «{satuan}» tidak cocok dengan indikator yang diawali «{kata}».{usul}",
          "Betulkan satuan atau kata pertama indikatornya: Persentase bersatuan %, Jumlah bersatuan bendanya.", "PermenPANRB 53/2014"),
    # P: planning, budget, posts
    Entri("P01", P, "{komponen} ini belum mempunyai kode {jenis}.", "Isi Kode dengan kode dari lembar Program.",
          "Inmendagri 2/2025", bertanda=True),
    Entri("P02", G, "Kode «{kode}» tidak ada di lembar Program.{usul}",
          "Betulkan kodenya, atau tambahkan barisnya di lembar Program."),
    Entri("P03", P, "Kode «{kode}» bukan kode {jenis}, padahal baris ini {komponen}.",
          "Pakai kode {jenis}, misalnya seperti {contoh}.", "Kepmendagri 900.1.15.5-1317/2023"),
    Entri("P04", G, "Kode «{kode}» tertulis dua kali, juga di {lain}.", "Gabungkan kedua baris itu."),
    Entri("P05", P, "Pagu {tahun} «{kode}» Rp{pagu}, tetapi jumlah {jumlah_anak} di bawahnya Rp{jumlah} (selisih Rp{selisih}).",
          "Samakan pagu induk dengan jumlah pagu anaknya.", "Permendagri 86/2017; Inmendagri 2/2025"),
    Entri("P06", P, "Baris {jenis_pk} ini belum mempunyai pemilik; PK-nya dicetak tersendiri dengan tanda.",
          "Isi Pemilik dengan ID dari lembar Pejabat.", "LKE 88/2021 1.b.10-11", bertanda=True),
    Entri("P30", P, "Lembar Program tidak ada atau masih kosong; tabel anggaran dicetak dengan tanda.",
          "Tambahkan lembar Program dengan kode, nomenklatur, dan pagu.", bertanda=True),
    Entri("P31", P, "Lembar Pejabat tidak ada atau masih kosong; setiap kinerja mendapat PK tersendiri, nama dicetak sebagai tanda.",
          "Tambahkan lembar Pejabat dan isi kolom Pemilik.", bertanda=True),
    Entri("P32", G, "Pemilik «{id}» tidak ada di lembar Pejabat.{usul}", "Betulkan ID-nya, atau tambahkan pejabatnya."),
    Entri("P33", G, "Atasan «{id}» tidak ada di lembar Pejabat.{usul}", "Betulkan ID-nya, atau tambahkan pejabatnya."),
    Entri("P34", G, "Rantai atasan berputar: {rantai}.", "Betulkan kolom Atasan salah satu pejabat itu."),
    Entri("P35", P, "Atasan belum diisi dan tidak dapat dipastikan dari jenis PK ({calon}).",
          "Isi Atasan dengan ID dari lembar Pejabat.", bertanda=True),
    Entri("P36", P, "{nama} ({jabatan}) tidak memegang kinerja satu pun; PK-nya tidak dibuat.",
          "Isi ID «{id}» pada kolom Pemilik di Tahap 5, atau hapus barisnya.", "LKE 88/2021 1.b.10-11"),
    Entri("P37", P, "Pemilik {id} adalah {jenis_pejabat}, tetapi baris ini {jenis_pk}; indikator dicetak di PK {id}.",
          "Pilih pemilik dengan jenis PK yang sama, atau betulkan Jenis PK.", "LKE 88/2021 1.b.8"),
    Entri("P38", G, "ID «{id}» tertulis dua kali untuk masa yang sama, juga di {lain}.",
          "Pakai ID lain, atau isi Berlaku Dari dan Berlaku Sampai."),
    Entri("P39", P, "Tidak ada pemegang jabatan «{id}» yang berlaku pada {tanggal}; namanya dicetak sebagai tanda.",
          "Isi pejabat (atau Plt.) yang berlaku pada tanggal itu.", bertanda=True),
    Entri("P40", P, "Jenis PK «{teks}» tidak dikenal.{usul}", "Pilih: PK JPT, PK Ess 3, PK Sub Koordinator/JF, atau PK JF/JP."),
    Entri("P41", P, "Kode «{kode}» tidak berbentuk kode program, kegiatan, atau sub kegiatan.",
          "Tulis seperti 2.16.02, 2.16.02.2.01, atau 2.16.02.2.01.0015.", "Permendagri 90/2019"),
    Entri("P42", P, "Induk kode «{kode}», yaitu «{induk}», tidak ada di lembar Program.", "Tambahkan baris induknya.",
          "Permendagri 90/2019"),
    Entri("P43", P, "Pagu {tahun} «{kode}» belum diisi.", "Isi pagu tahun itu, 0 bila memang tidak ada.", bertanda=True),
    Entri("P44", G, "Pejabat ini tidak mempunyai ID.", "Isi kolom ID."),
    Entri("P45", P, "Jabatan {id} tidak mempunyai Jenis PK, tetapi memegang kinerja; jenisnya diambil dari baris kinerja.",
          "Isi Jenis PK di lembar Pejabat."),
    Entri("P47", G, "Baris Program «{nama}» tidak mempunyai kode.", "Isi Kode; baris jumlah tidak perlu ditulis."),
    Entri("P49", P, "Pagu «{pagu}» kurang dari nol.", "Betulkan angkanya."),
    Entri("P48", P, "Kode «{kode}» bukan bagian dari kode induknya «{induk}» ({asal}).",
          "Betulkan kodenya, atau pindahkan baris ini ke cabang yang sesuai.", "Permendagri 90/2019"),
    Entri("P46", P, "Ada {jumlah} jabatan berjenis PK JPT; kepala perangkat daerah pada Renstra dicetak sebagai tanda.",
          "Beri Jenis PK «PK JPT» pada tepat satu jabatan.", "PermenPANRB 53/2014", bertanda=True),
    # N: names and NIP
    Entri("N01", G, "NIP «{nip}» tidak sah: {sebab}.", "Betulkan NIP; ketik 18 angka sebagai teks.", "Perka BKN 22/2007"),
    Entri("N02", P, "NIP belum diisi.", "Isi NIP; kosongkan hanya untuk kepala daerah.", "PermenPANRB 53/2014", bertanda=True),
    Entri("N03", P, "Umur saat diangkat menurut NIP «{nip}» {umur} tahun.", "Periksa NIP-nya.", "Perka BKN 22/2007"),
    Entri("N04", G, "NIP «{nip}» juga dipakai {nama} di {lain}.", "Betulkan salah satunya."),
    Entri("N05", P, "Pangkat «{pangkat}» tidak cocok dengan golongan {golongan} ({seharusnya}).", "Betulkan salah satunya.",
          "PP 11/2017"),
    Entri("N06", P, "{kolom} belum diisi.", "Isi {kolom} pejabat ini.", bertanda=True),
    Entri("N08", P, "Golongan «{golongan}» tidak dikenal.", "Tulis seperti III/d, atau IX untuk PPPK.", "PP 11/2017"),
    Entri("N07", P, "Kepala daerah ({nama}) mempunyai NIP «{nip}», dan akan dicetak pada PK.", "Kosongkan NIP kepala daerah.",
          "PermenPANRB 53/2014"),
    # L: cross-cutting
    Entri("L01", P, "Kinerja ini tidak ada di Tahap 5.{usul}", "Samakan kalimatnya dengan Tahap 5."),
    Entri("L02", P, "{kolom} belum diisi.", "Isi {kolom}.", bertanda=True),
    # K: cycle
    Entri("K01", P, "Tahun PK belum diketahui; dicetak sebagai tanda.",
          "Isi Tahun pada lembar Identitas, atau beri pilihan --tahun.", bertanda=True),
    Entri("K02", P, "Tahun {tahun} di luar periode Renstra {periode}.", "Periksa Tahun dan Periode Renstra."),
    Entri("K03", P, "Tanggal PK belum diisi; dicetak sebagai tanda.",
          "Isi Tanggal PK pada lembar Identitas, atau beri pilihan --tanggal.", "PermenPANRB 53/2014", bertanda=True),
    Entri("K04", P, "Tanggal PK {tanggal} lebih dari satu bulan sesudah DPA disahkan ({dpa}).", "Periksa kedua tanggal itu.",
          "PermenPANRB 53/2014"),
    Entri("K05", P, "Tanggal PK {tanggal} tidak dalam tahun {tahun}.", "Periksa Tahun dan Tanggal PK.", "PermenPANRB 53/2014"),
    Entri("K06", P, "Periode Renstra belum diketahui; dicetak sebagai tanda.", "Isi Periode Renstra, misalnya 2025-2029.",
          "Inmendagri 2/2025", bertanda=True),
    Entri("K07", P, "Periode Renstra {periode} lebih dari lima tahun; tabel memuat enam tahun pertama.",
          "Periksa Periode Renstra, misalnya 2025-2029.", "Inmendagri 2/2025"),
    Entri("K08", S, "Tanggal DPA belum diisi; batas satu bulan untuk PK tidak dapat diperiksa.",
          "Isi Tanggal DPA pada lembar Identitas.", "PermenPANRB 53/2014"),
    Entri("K10", P, "Isi Abaikan «{teks}» tidak dapat dibaca, jadi tidak berlaku.",
          "Tulis kode temuan, titik dua, lalu alasannya: S01: sudah disepakati tim."),
    Entri("K11", S, "Temuan {kode} yang diabaikan tidak ada lagi pada baris ini.", "Hapus dari kolom Abaikan."),
    Entri("K12", P, "Temuan {kode} adalah galat dan tidak dapat diabaikan.", "Betulkan galatnya."),
    Entri("K13", P, "Baris Renstra untuk sasaran ini tidak ada di Tahap 5.{usul}", "Samakan kalimatnya dengan sasaran di Tahap 5."),
    # T: template (exit 3)
    Entri("T01", G, "Templat «{templat}» tidak ditemukan di {folder}.", "Salin templat bawaan (perintah mulai)."),
    Entri("T02", G, "Templat «{templat}» tidak dapat dibuka: {sebab}.", "Buka di Word, lalu simpan sebagai .docx."),
    Entri("T03", G, "Templat «{templat}», {bagian}: tanda templat salah tulis ({pesan}) dalam kalimat «{kalimat}».",
          "Betulkan kalimat itu di Word."),
    Entri("T04", G, "Templat «{templat}», {bagian}: isian «{nama}» tidak dikenal dalam kalimat «{kalimat}».{usul}",
          "Betulkan nama isiannya di Word."),
    Entri("T05", G, "Templat «{templat}», {bagian}: «{nama}» tidak diizinkan dalam kalimat «{kalimat}».",
          "Hapus bagian itu; templat hanya boleh memakai isian yang tersedia."),
    Entri("T06", G, "Templat «{templat}» menghasilkan dokumen yang tidak sah ({dokumen}): {sebab}.",
          "Periksa pasangan tanda {{% … %}} di templat itu."),
    Entri("T07", P, "Gambar logo «{logo}» tidak dapat dipakai: {sebab}. Kop dicetak tanpa logo.",
          "Periksa nama berkas logo pada lembar Identitas (PNG atau JPG)."),
)  # fmt: skip

KATALOG: dict[str, Entri] = {entri.kode: entri for entri in _ENTRI}

# Order of the sheets does not matter here: families in the order a planner mends them.
KELUARGA = "BSXWIPNLTDK"


def severity(temuan: Temuan, *, final: bool = False) -> Tingkat:
    """Severity of a finding; with ``final`` a peringatan that leaves a mark is a galat."""
    entri = KATALOG[temuan.kode]
    if final and entri.bertanda and entri.tingkat is Tingkat.PERINGATAN:
        return Tingkat.GALAT
    return entri.tingkat


def message(temuan: Temuan) -> str:
    """The Indonesian sentence that says what is wrong."""
    return KATALOG[temuan.kode].pesan.format_map(dict(temuan.rincian))


def hint(temuan: Temuan) -> str:
    """The Indonesian sentence that says what to do."""
    return KATALOG[temuan.kode].saran.format_map(dict(temuan.rincian))


def proposal(usul: str | None) -> str:
    """The did-you-mean clause for a message, or nothing."""
    return f" Mungkin maksudnya «{usul}»?" if usul else ""
