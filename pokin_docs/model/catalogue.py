"""The closed list of every finding: code, severity, message, hint, source.

Numbers are never reused. Families: B reading the workbook, S structure, X between stages, W wording, I indicator,
P planning, budget and posts, N names and NIP, L cross-cutting, T template, K cycle. Numbers follow the rules of
domain.md 3.4 where there is one; numbers from 30 on are our own. ``{name}`` in a text is filled from the details of the finding.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pokin_docs.model.findings import Severity, Temuan

G, P, S = Severity.GALAT, Severity.PERINGATAN, Severity.SARAN


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One kind of finding. ``leaves_mark``: leaves a visible mark in a document, so ``--final`` refuses it.

    ``drafts_only``: prints no mark, yet only a draft may be like that, so ``--final`` refuses it all the same.
    """

    kode: str
    severity: Severity
    message: str
    saran: str
    source: str = "buku kerja"
    leaves_mark: bool = False
    drafts_only: bool = False

    @property
    def refused_by_final(self) -> bool:
        """Whether ``--final`` makes a galat of it."""
        return self.leaves_mark or self.drafts_only


_TYPE_AS_TEXT = "Ketik ulang sel itu sebagai teks (beri tanda petik tunggal di depan), lalu simpan."
_SAVE_AS_XLSX = "Buka berkas itu di Excel, pilih Simpan Sebagai, jenis «Excel Workbook (*.xlsx)»."

_ENTRIES = (
    # B: reading the workbook
    CatalogueEntry("B01", G, "Berkas «{berkas}» tidak ditemukan.", "Periksa nama dan folder berkas itu."),
    CatalogueEntry("B02", G, "«{berkas}» bukan buku kerja Excel (.xlsx): {sebab}.", _SAVE_AS_XLSX),
    CatalogueEntry("B03", G, "«{berkas}» memakai format Excel lama (.xls).", _SAVE_AS_XLSX),
    CatalogueEntry("B04", G, "«{berkas}» terkunci kata sandi.",
          "Buka di Excel, hapus kata sandinya (Berkas > Info > Proteksi), lalu simpan."),
    CatalogueEntry("B05", G, "«{berkas}» rusak atau tidak lengkap: {sebab}.",
          "Salin ulang dari sumbernya, atau buka di Excel, perbaiki, lalu simpan."),
    CatalogueEntry("B06", G, "«{berkas}» tidak wajar untuk buku kerja: {sebab}.",
          "Salin lembar yang diperlukan ke buku kerja baru, lalu simpan."),
    CatalogueEntry("B10", G, "Lembar «{lembar}» tidak ada.{usul}",
          "Tambahkan lembar itu, atau ganti nama lembar yang dimaksud menjadi «{lembar}»."),
    CatalogueEntry("B11", P, "Lembar «{lembar}» tidak dikenal dan tidak dibaca.{usul}",
          "Ganti namanya bila lembar itu seharusnya dibaca."),
    CatalogueEntry("B12", G, "Baris judul kolom tidak ditemukan pada lembar «{lembar}».",
          "Tulis judul kolomnya dalam satu baris di atas data: {kolom}."),
    CatalogueEntry("B13", G, "Kolom «{kolom}» tidak ada pada lembar «{lembar}».{usul}",
          "Tambahkan judul kolom «{kolom}», atau betulkan ejaannya."),
    CatalogueEntry("B14", P, "Kolom «{kolom}» tidak ada pada lembar «{lembar}».{usul} Nilainya dicetak sebagai tanda.",
          "Tambahkan kolom «{kolom}» dan isilah.", leaves_mark=True),
    CatalogueEntry("B15", G, "Judul kolom «{kolom}» muncul dua kali, juga di {lain}.",
          "Hapus atau ganti nama salah satunya."),
    CatalogueEntry("B16", S, "Kolom {huruf} tidak berjudul; dari isinya dibaca sebagai «{kolom}».",
          "Tulis judul «{kolom}» di sel itu agar tidak perlu ditebak dari isinya."),
    CatalogueEntry("B17", P, "Baris ini tidak dipahami dan tidak dipakai: «{teks}».",
          "Lengkapi menjadi baris data, atau pindahkan catatan ke luar tabel."),
    CatalogueEntry("B18", G, "Sel ini berisi rumus yang belum pernah dihitung ({rumus}).",
          "Buka buku kerja di Excel, biarkan menghitung, lalu simpan."),
    CatalogueEntry("B19", G, "Sel ini berisi galat Excel {galat}.", "Betulkan rumus atau ketik nilainya."),
    CatalogueEntry("B20", G, "Angka «{teks}» terlalu panjang: Excel hanya menyimpan 15 angka, sisanya sudah hilang.",
          _TYPE_AS_TEXT),
    CatalogueEntry("B21", P, "«{teks}» bukan {jenis} yang dapat dibaca pada kolom «{kolom}».{usul}",
          "Betulkan isi sel itu.", leaves_mark=True),
    CatalogueEntry("B22", P, "«{teks}» tidak ada dalam daftar pilihan kolom «{kolom}».{usul}",
          "Pilih salah satu: {pilihan}."),
    CatalogueEntry("B23", S, "Sel ini memuat karakter yang tidak dapat dicetak; karakter itu dihilangkan.",
          "Ketik ulang teksnya bila ada yang kurang."),
    CatalogueEntry("B24", G, "Lembar «{lembar}» tidak berisi satu baris data pun.", "Isilah mulai dari baris di bawah judul kolom."),
    CatalogueEntry("B26", S, "{jumlah} baris tersembunyi ikut dibaca (baris {baris}).",
          "Tampilkan atau hapus baris yang tidak dimaksudkan."),
    CatalogueEntry("B27", G, "Lembar «{lembar}» berisi lebih dari {batas} baris.", "Bagi buku kerjanya per perangkat daerah."),
    CatalogueEntry("B28", P, "Isian «{kunci}» pada lembar Identitas tidak dikenal dan tidak dipakai.{usul}",
          "Betulkan ejaannya atau hapus baris itu."),
    CatalogueEntry("B29", P, "Isian «{kunci}» belum diisi pada lembar Identitas.", "Isi kolom Nilai di sebelahnya.",
          leaves_mark=True),
    CatalogueEntry("B30", P, "Lembar Identitas tidak ada; nama perangkat daerah, tahun, tempat, dan tanggal dicetak sebagai tanda.",
          "Tambahkan lembar Identitas (salin dari buku kerja kosong: perintah mulai). Tahun dan tanggal dapat juga "
          "diberikan dengan --tahun dan --tanggal.", leaves_mark=True),
    CatalogueEntry("B31", P, "Isian «{kunci}» tertulis dua kali; yang dipakai {dipakai}.", "Hapus salah satunya."),
    CatalogueEntry("B32", P, "Judul kolom «{teks}» tidak dikenal dan tidak dibaca.{usul}", "Betulkan ejaan judulnya."),
    CatalogueEntry("B33", G, "Sel ini berisi tanggal ({teks}), padahal kolom «{kolom}» bukan kolom tanggal.",
          "Excel mungkin mengubah ketikan seperti 5-10 menjadi tanggal. " + _TYPE_AS_TEXT),
    CatalogueEntry("B34", P, "{kolom} belum diisi.", "Isi {kolom} pada baris ini.", leaves_mark=True),
    CatalogueEntry("B41", P, "Lembar «{lembar}» juga berisi tabel kinerja dan tidak dibaca; yang dibaca lembar «{dipakai}».",
          "Satukan tabelnya dalam satu lembar, atau jadikan dua buku kerja."),
    CatalogueEntry("B42", P, "Kolom «Komponen Perencanaan» tidak ada pada lembar «{lembar}»; tingkat dibaca dari {sumber}.",
          "Tambahkan kolom Komponen Perencanaan agar tingkat setiap baris pasti."),
    CatalogueEntry("B44", G, "Kolom «{teks}» berisi kalimat di antara kolom-kolom tingkat, tetapi tingkatnya tidak dikenal.",
          "Ganti judulnya dengan nama tingkat: Tujuan, Sasaran, Sasaran Program, Sasaran Kegiatan, atau Sasaran Sub Kegiatan."),
    CatalogueEntry("B43", P, "Sel ini memuat {jumlah} indikator bernomor; dibaca dan dicetak sebagai satu.",
          "Tulis satu indikator per baris: baris tambahan di bawahnya, dengan Kinerja kosong."),
    CatalogueEntry("B46", P, "Baris jumlah, tabel anggaran, atau tanda tangan di bawah tabel tidak dipakai (baris {baris}).",
          "Periksa; pindahkan ke dalam tabel bila ada yang sebenarnya kinerja atau indikator."),
    CatalogueEntry("B47", G, "Di sebelah kanan tabel ini ada tabel kedua dengan judul kolom yang sama ({kolom}); tabel kedua itu tidak dibaca.",
          "Pindahkan isi tabel kedua ke bawah tabel pertama, dalam kolom yang sama, lalu hapus judulnya."),
    CatalogueEntry("B50", S, "«{teks}» pada kolom «{kolom}» dibaca sama dengan sel di atasnya ({sel}).",
          "Salin isinya ke sel itu, agar tetap benar bila baris dipindah atau diurutkan."),
    CatalogueEntry("B51", P, "«{teks}» pada «{kolom}» tidak dapat dipastikan: {sebab}. Dianggap kosong.", "Tulis isinya di sel itu.",
          leaves_mark=True),
    CatalogueEntry("B52", S, "Angka «{teks}» pada «{kolom}» dibaca sebagai tanggal {tanggal}.",
          "Beri sel itu format tanggal, atau ketik tanggalnya."),
    CatalogueEntry("B53", P, "«{teks}»: {tanggal} bukan hari {hari}. Yang dipakai tanggalnya.", "Betulkan hari atau tanggalnya."),
    CatalogueEntry("B54", S, "«{teks}» tidak menyebut harinya; {akibat}.", "Tulis tanggal lengkapnya bila sudah pasti."),
    CatalogueEntry("B45", S, "{kolom} kosong, padahal baris {komponen} lainnya mengisinya.", "Isi {kolom}, bila memang terlewat."),
    # S: structure of the tree
    CatalogueEntry("S01", P, "Komponen «{komponen}» tidak cocok dengan {kolom} «{teks}»; yang dipakai Komponen.",
          "Samakan keduanya: {komponen} berarti {seharusnya}.", "PermenPANRB 89/2021; LKE 88/2021 1.b.8"),
    CatalogueEntry("S02", P, "Tingkat terlompati: {komponen} ini langsung di bawah {induk}.",
          "Tambahkan baris {kurang} di antaranya, atau betulkan Komponennya.", "PermenPANRB 89/2021"),
    CatalogueEntry("S03", G, "{komponen} ini tidak mempunyai induk: tidak ada baris {induk} di atasnya.",
          "Pindahkan baris ini ke bawah induknya, atau tambahkan induknya.", "PermenPANRB 89/2021"),
    CatalogueEntry("S04", P, "Tidak ada baris Tujuan; pohon kinerja tidak berakar.",
          "Tambahkan baris dengan Komponen «Tujuan SKPD» di atas sasaran pertama.", "PermenPANRB 89/2021",
          leaves_mark=True),
    CatalogueEntry("S05", P, "Cabang ini berhenti di {komponen}: «{teks}» belum diuraikan menjadi {anak}.",
          "Tambahkan baris {anak} di bawahnya, sampai kondisi yang operasional.", "PermenPANRB 89/2021"),
    CatalogueEntry("S06", P, "«{teks}» hanya diuraikan menjadi satu {anak} ({lain}); satu kondisi saja belum menguraikannya.",
          "Tambahkan {anak} lain yang juga diperlukan, atau gabungkan kedua baris itu.", "PermenPANRB 89/2021"),
    CatalogueEntry("S07", G, "Baris ini tidak berisi Kinerja, dan tidak ada kinerja yang dipahami di atasnya.",
          "Isi kolom Kinerja, atau pindahkan baris ini ke bawah kinerjanya."),
    CatalogueEntry("S08", S, "Rujukan «{teks}» pada {jumlah} baris mulai dari sini tidak sesuai dengan asal kondisinya, yaitu {seharusnya}.",
          "Ganti Rujukan baris-baris itu menjadi {seharusnya}; tingkat kinerja tidak dibaca dari kolom ini.", "PermenPANRB 89/2021"),
    CatalogueEntry("S09", P, "Tertulis «{teks}», padahal «{kinerja}» adalah sasaran ke-{nomor} menurut urutan baris{csf}.",
          "Tulis «Sasaran {kata}», atau pindahkan cabangnya ke urutan yang benar; yang dicetak urutan baris.", "LKE 88/2021 1.b.4"),
    CatalogueEntry("S10", P, "Kinerja ini sama dengan {lain}.", "Gabungkan, atau bedakan rumusannya.",
          "PermenPANRB 89/2021 (tanpa redundansi)"),
    CatalogueEntry("S11", P, "«{teks}» hampir sama dengan kinerja induknya ({lain}): «{induk}».",
          "Rumuskan kondisi yang menyebabkan kinerja induk itu tercapai, bukan kalimat yang sama dengan kata kerja lain.", "PermenPANRB 89/2021"),
    CatalogueEntry("S12", P, "Unit «{unit}» tidak memegang kinerja satu pun; PK tidak dibuat untuk {jabatan}.",
          "Tambahkan cabangnya di Tahap 5 (untuk Sekretariat: Program Penunjang, kode berakhir .01), lalu isi Pemilik dengan {id}; atau hapus baris unit ini.",
          "LKE 88/2021 1.b.10-11"),
    CatalogueEntry("S13", P, "Kondisi lintas perangkat daerah ini belum ada di lembar Lintas Perangkat Daerah.",
          "Tambahkan baris dengan kalimat kinerja yang sama dan PD pendukungnya.", "PermenPANRB 89/2021",
          leaves_mark=True),
    CatalogueEntry("S14", S, "«{teks}» mempunyai {jumlah} anak, lebih dari {batas}.",
          "Pilih yang berpengaruh besar, atau kelompokkan di bawah kondisi antara.", "PermenPANRB 89/2021 (materialitas)"),
    CatalogueEntry("S30", G, "Tingkat kinerja ini tidak dikenal: Komponen {teks}.{usul}",
          "Pilih Komponen: Tujuan SKPD, Sasaran … SKPD, Sasaran Program, Sasaran Kegiatan, atau Sasaran Sub Kegiatan."),
    CatalogueEntry("S31", P, "Komponen kosong; dari {dasar} dibaca sebagai {komponen}.", "Isi Komponen agar pasti."),
    CatalogueEntry("S32", S, "Kinerja ini sama dengan baris di atasnya; dibaca sebagai indikator tambahannya.",
          "Kosongkan Kinerja pada baris ini, atau bedakan rumusannya."),
    CatalogueEntry("S33", S, "Ada {jumlah} baris Tujuan.", "Pastikan perangkat daerah memang mempunyai lebih dari satu tujuan.",
          "PermenPANRB 89/2021"),
    CatalogueEntry("S34", P, "Kinerja kosong, padahal Komponen «{komponen}» berbeda dengan kinerja di atasnya; kinerjanya dicetak "
          "sebagai tanda.", "Isi Kinerja bila baris ini kinerja baru, atau kosongkan Komponennya.", leaves_mark=True),
    CatalogueEntry("S35", P, "Jenis PK «{teks}» tidak biasa untuk {komponen}; indikator dicetak di PK itu.",
          "Samakan: {komponen} biasanya {seharusnya}.", "PermenPANRB 89/2021; LKE 88/2021 1.b.8"),
    CatalogueEntry("S36", P, "Baris ini dibaca sebagai indikator tambahan dari «{kinerja}», padahal ada baris kosong di antaranya.",
          "Hapus baris kosong itu, atau pindahkan teks ini ke luar tabel bila bukan indikator."),
    CatalogueEntry("S37", P, "Kondisi lintas perangkat daerah «{teks}» belum lengkap: {kolom} belum diisi.",
          "Isi {kolom} pada baris ini.", "PermenPANRB 89/2021; LKE 88/2021 1.b.9", leaves_mark=True),
    CatalogueEntry("S40", S, "Tingkat kinerja dibaca dari sebutan lain: {arti}.",
          "Periksa; tulis Komponen Perencanaan bila ada yang tidak sesuai.", "PermenPANRB 89/2021"),
    CatalogueEntry("S41", P, "Tingkat kinerja dibaca dari sebutan lain: {arti}.{turunan}",
          "Periksa; tulis Komponen Perencanaan bila ada yang tidak sesuai.", "PermenPANRB 89/2021"),
    CatalogueEntry("S42", P, "Komponen «{teks}» tidak menyebut tingkat; dari {dasar} dibaca sebagai {komponen}.",
          "Tulis tingkatnya di kolom Komponen agar pasti."),
    CatalogueEntry("S43", P, "Komponen «{teks}» tidak mempunyai kinerja dan indikator; keduanya dicetak sebagai tanda.",
          "Isi Kinerja dan Indikator Kinerja komponen ini.", "PermenPANRB 89/2021", leaves_mark=True),
    CatalogueEntry("S44", S, "«{teks}» dibaca sebagai bawahan {induk}, bukan {lain}, menurut susunan organisasinya.",
          "Bila bukan itu atasannya, tambahkan kolom «Induk» dan tulis di sana kinerja yang didukung baris ini.",
          "PP 17/2018"),
    CatalogueEntry("S45", P, "Induk «{teks}» {sebab}.{usul} Yang dipakai urutan baris.",
          "Salin kalimat kinerja induknya dari baris di atas, atau tulis «baris» dan nomor barisnya, misalnya: baris 7.",
          "PermenPANRB 89/2021"),
    CatalogueEntry("S46", P, "Komponen «{teks}» tidak cocok dengan isi lain di baris ini: {lain}; yang dipakai Komponen.",
          "Tulis Komponen «{maksud}» bila memang itu tingkatnya; bila tidak, betulkan isi yang lain.",
          "PermenPANRB 89/2021; LKE 88/2021 1.b.8"),
    CatalogueEntry("S47", P, "Rujukan kosong, padahal kinerja ini tertulis di lembar Lintas Perangkat Daerah; dibaca sebagai kondisi "
          "lintas perangkat daerah.",
          "Tulis CROSS CUTTING di kolom Rujukan Tahapan; isi Komponen bila ini kinerja perangkat daerah sendiri."),
    # X: between stages
    CatalogueEntry("X01", P, "Kondisi dari Tahap 2 ini tidak menjadi sasaran di Tahap 5.{usul}",
          "Samakan rumusannya di Tahap 2 dan Tahap 5.", "PermenPANRB 89/2021"),
    CatalogueEntry("X02", P, "Kondisi dari Tahap 3 ini tidak ada di {lembar}.{usul}",
          "Samakan rumusannya di Tahap 3 dan {lembar}.", "PermenPANRB 89/2021"),
    CatalogueEntry("X03", P, "{kolom} «{teks}» berbeda dengan {lain}; di sana tertulis «{seharusnya}».",
          "Samakan teksnya di Tahap 4 dan Tahap 5; yang dicetak adalah teks Tahap 5.", "PermenPANRB 89/2021; LKE 1.b.8"),
    CatalogueEntry("X04", P, "Baris {lembar} ini tidak ada padanannya di {lain}{letak}.", "Tambahkan atau hapus salah satunya.",
          "PermenPANRB 89/2021"),
    CatalogueEntry("X05", P, "Teks terpotong: berakhir dengan «… {akhir}».{lengkap}",
          "Lengkapi teks di sel ini, dan samakan di semua tahap; yang dicetak adalah teks Tahap 5.", "PermenPANRB 89/2021; LKE 1.b.8"),
    CatalogueEntry("X06", P, "Urutan {jumlah} baris berbeda antartahap: «{teks}» di sini tidak pada urutan yang sama dengan {lain}.",
          "Samakan urutan baris di semua tahap; urutan baris Tahap 5 menentukan induk setiap kinerja.", "PermenPANRB 89/2021"),
    CatalogueEntry("X07", P, "Outcome tertulis «{teks}», padahal di {lain} «{tertulis}».",
          "Pakai satu rumusan outcome di Tahap 1, Tahap 2, Tahap 4, dan Tahap 5.", "PermenPANRB 89/2021"),
    CatalogueEntry("X08", S, "CSF «{teks}» tidak diawali kata masalah.",
          "Rumuskan CSF sebagai masalah atau sebab, misalnya: Rendahnya …, Belum …, Terbatasnya ….", "PermenPANRB 89/2021"),
    CatalogueEntry("X09", S, "CSF «{teks}» tidak memuat satu kata pun dari outcome «{outcome}».",
          "Pastikan CSF ini penyebab tercapainya outcome; bila ya, rumuskan outcome sehingga mencakupnya.", "PermenPANRB 89/2021"),
    CatalogueEntry("X30", P, "Keterangan kondisi «{teks}» belum diisi.{lain}",
          "Isi Keterangan: Kondisi Antara Utama, Kondisi Antara, atau Kondisi Operasional.", "PermenPANRB 89/2021"),
    CatalogueEntry("X31", P, "Keterangan «{teks}» tidak sejalan dengan {lain}; di sana tertulis «{tertulis}».",
          "Samakan: Kondisi Antara Utama = Taktikal Intermediate, Kondisi Antara = Taktikal Immediate, Kondisi Operasional = Operasional.",
          "PermenPANRB 89/2021"),
    CatalogueEntry("X32", P, "Kinerja «{teks}» tidak ada di {lembar}.", "Tambahkan kondisi itu di {lembar}, atau hapus dari tahap ini.",
          "PermenPANRB 89/2021"),
    CatalogueEntry("X34", P, "«{teks}» tidak ada di Tahap 2.{usul}", "Samakan rumusannya di Tahap 2 dan Tahap 3.", "PermenPANRB 89/2021"),
    CatalogueEntry("X35", P, "{kolom} pada baris ini belum diisi.{lain}", "Isi {kolom}.", "PermenPANRB 89/2021", leaves_mark=True),
    CatalogueEntry("X36", P, "Nomor «{teks}» sudah dipakai CSF lain, di {lain}.", "Beri setiap CSF nomor urutnya sendiri."),
    CatalogueEntry("X37", P, "Kalimat ini sudah ada di {lain}.", "Hapus salah satunya, atau bedakan rumusannya.",
          "PermenPANRB 89/2021 (tanpa redundansi)"),
    CatalogueEntry("X33", S, "«{teks}» tidak ada pada {kolom} ({lain}): «{seharusnya}».",
          "Samakan objek CSF dan kondisinya: kondisi adalah kebalikan positif dari CSF.", "PermenPANRB 89/2021"),
    # W: wording
    CatalogueEntry("W01", P, "Kinerja diawali «{kata}», {sebab}: «{teks}».{usul}",
          "Awali dengan kondisi yang dicapai (Meningkatnya …, Terpenuhinya …, Tersedianya …).", "PermenPANRB 89/2021"),
    CatalogueEntry("W02", S, "«{kata}» menyatakan {peran}, padahal baris ini {komponen}: «{teks}».",
          "Rumuskan {seharusnya}, atau periksa apakah baris ini seharusnya di tingkat lain.", "PermenPANRB 89/2021"),
    CatalogueEntry("W03", P, "Kata pertama «{kata}» tidak dikenal: «{teks}».{usul}", "Betulkan ejaan kata itu di sel ini."),
    CatalogueEntry("W04", S, "Istilah «{kata}» ({jumlah} sel: {sel}) dipakai di samping «{seharusnya}» untuk hal yang sama: «{teks}».",
          "Pilih satu istilah, lalu ganti yang lain dengan Temukan dan Ganti (Ctrl+H).", "LKE 88/2021 1.b.4"),
    CatalogueEntry("W05", S, "Penulisan «{kata}» {sebab}: «{teks}».", "Tulis «{seharusnya}»."),
    CatalogueEntry("W06", P, "Kinerja ini berbunyi seperti indikator («{kata}»): «{teks}».",
          "Tulis kondisinya di Kinerja dan pindahkan «{ukuran} …» ke Indikator Kinerja.", "PermenPANRB 89/2021"),
    CatalogueEntry("W07", S, "«{kata}» tampaknya salah ketik: «{teks}». Mungkin maksudnya «{seharusnya}»?",
          "Betulkan ejaannya. Bila memang begitu ejaannya, tulis kata itu di ejaan.txt dalam folder «kata» di sebelah buku kerja."),
    CatalogueEntry("W30", P, "Berkas kata «{berkas}» {sebab}, jadi tidak dipakai.{usul}",
          "Berkas kata berupa teks biasa (Notepad) bernama salah satu: {pilihan}."),
    CatalogueEntry("W31", P, "Berkas kata «{berkas}» baris {baris} tidak dipahami: «{teks}».", "Tulis seperti: {bentuk}."),
    # I: indicator
    CatalogueEntry("I01", P, "Kinerja ini belum mempunyai indikator.", "Isi Indikator Kinerja.", "LKE 88/2021 1.b.5", leaves_mark=True),
    CatalogueEntry("I02", P, "Indikator {komponen} ini hanya menghitung keluaran: «{teks}».",
          "Ukur hasilnya, misalnya dengan Persentase … atau Indeks …; «{kata} …» untuk Sasaran Sub Kegiatan.",
          "PermenPANRB 89/2021; LKE 1.b.5"),
    CatalogueEntry("I03", S, "Indikator Sasaran Sub Kegiatan ini berupa «{kata}»: «{teks}».",
          "Sub kegiatan biasanya diukur dengan Jumlah keluarannya; biarkan bila sama dengan nomenklatur.", "PermenPANRB 89/2021"),
    CatalogueEntry("I04", P, "Indikator ini menghitung {kata}, bukan {objek}: «{teks}».{satuan}",
          "Hitung {objek}, bukan {kata}nya; {kata} cukup disebut di Sumber Data.", "LKE 88/2021 1.b.5"),
    CatalogueEntry("I05", S, "Indikator ini menggabungkan dua ukuran («{kata}»): «{teks}».",
          "Pilih satu, atau pecah menjadi dua baris indikator (Kinerja dikosongkan pada baris kedua).", "LKE 88/2021 1.b.5 (spesifik)"),
    CatalogueEntry("I06", S, "Indikator {komponen} ini mengukur proses («{kata}»), bukan hasilnya: «{teks}».",
          "Ukur keadaan sesudahnya, misalnya persentase penerima manfaat yang terlayani atau terhubung.", "LKE 88/2021 1.b.5"),
    CatalogueEntry("I07", S, "«{kata}» dan «{lain}» mengatakan hal yang sama: «{teks}».",
          "Sebut ukuran yang dipakai, misalnya standar yang dipenuhi.", "LKE 88/2021 1.b.5"),
    CatalogueEntry("I08", S, "Indikator «{teks}» tidak memuat satu kata pun dari kinerjanya «{kinerja}».",
          "Pastikan indikator ini mengukur kinerja itu dan tidak tertukar dengan baris lain.", "LKE 88/2021 1.b.5 (relevan)"),
    CatalogueEntry("I09", S, "Indikator «{teks}» hampir sama dengan {lain}: «{tertulis}».",
          "Pastikan keduanya mengukur hal yang berbeda, lalu bedakan rumusannya.", "PermenPANRB 89/2021; LKE 1.b.8"),
    CatalogueEntry("I10", S, "«{kata}» tidak dipakai lagi atau segera diganti: {seharusnya}.",
          "Rencanakan indikator penggantinya di Renstra.", "LKE 88/2021 1.b.6"),
    CatalogueEntry("I11", S, "«{kata}» belum dapat diukur: «{teks}».",
          "Sebut batasnya (berapa kali, berapa dari berapa), atau jelaskan di Definisi Operasional dan beri alasan di Abaikan.",
          "LKE 88/2021 1.b.5 (terukur)"),
    CatalogueEntry("I14", S, "IKU «{teks}» belum mempunyai {kolom}.", "Isi {kolom} pada baris ini.", "LKE 88/2021 2.a.2"),
    CatalogueEntry("I15", S, "Kinerja «{teks}» mempunyai {jumlah} indikator.", "Pilih yang paling mewakili; satu sampai {batas} sudah cukup.",
          "LKE 88/2021 1.b.5"),
    CatalogueEntry("I16", S, "Tidak ada kinerja di bawahnya yang menyinggung «{kata}» dari indikator ini: «{teks}».",
          "Tambahkan kinerja yang mendukung indikator ini, atau hapus indikatornya.", "LKE 88/2021 1.b.8"),
    CatalogueEntry("I12", P, "Satuan belum diisi.", "Isi Satuan indikator ini.", "PermenPANRB 53/2014", leaves_mark=True),
    CatalogueEntry("I13", P, "Target {tahun} belum diisi.", "Isi target tahun itu.", "PermenPANRB 53/2014; LKE 1.b.7", leaves_mark=True),
    CatalogueEntry("I30", P, "Target belum diisi untuk tahun {tahun}; tabel Renstra memuat tanda.", "Isi target tahun itu.",
          "Inmendagri 2/2025", leaves_mark=True),
    CatalogueEntry("I31", P, "Kondisi Awal belum diisi; tabel Renstra memuat tanda.", "Isi capaian tahun sebelum Renstra; «Belum ada» bila memang belum diukur.",
          "Inmendagri 2/2025", leaves_mark=True),
    CatalogueEntry("I32", S, "Satuan «{satuan}» tidak ada dalam daftar.{usul}",
          "Betulkan ejaannya. Bila memang dipakai, tulis «{satuan} = Jumlah» di satuan.txt dalam folder «kata» di sebelah buku kerja.", "PermenPANRB 53/2014"),
    CatalogueEntry("I33", P, "{kolom} ({nilai}) di luar 0 sampai 100, padahal satuannya {satuan}: «{teks}».",
          "Betulkan angkanya atau satuannya.", "LKE 88/2021 1.b.7"),
    CatalogueEntry("I34", P, "Target {tahun} ({nilai}) lebih buruk daripada Kondisi Awal ({awal}), padahal {polaritas}: «{teks}».",
          "Betulkan target, Kondisi Awal, atau Polaritas.", "LKE 88/2021 1.b.7"),
    CatalogueEntry("I35", P, "Target {tahun} ({nilai}) melompat lebih dari tiga kali dibandingkan tahun di sebelahnya ({lain}): «{teks}».",
          "Periksa apakah ada angka nol atau koma yang salah.", "LKE 88/2021 1.b.7"),
    CatalogueEntry("I37", P, "{kolom} «{teks}» bukan angka, padahal satuannya {satuan} atau target lainnya angka.",
          "Ketik angkanya; kosongkan bila memang belum ada.", "PermenPANRB 53/2014"),
    CatalogueEntry("I36", P, "Satuan «{satuan}» tidak cocok dengan indikator yang diawali «{kata}».{usul}",
          "Betulkan satuan atau kata pertama indikatornya: Persentase bersatuan %, Jumlah bersatuan bendanya.", "PermenPANRB 53/2014"),
    # P: planning, budget, posts
    CatalogueEntry("P01", P, "{komponen} ini belum mempunyai kode {jenis}.", "Isi Kode dengan kode dari lembar Program.",
          "Inmendagri 2/2025", leaves_mark=True),
    CatalogueEntry("P02", G, "Kode «{kode}» tidak ada di lembar Program.{usul}{lain}",
          "Betulkan kodenya, atau tambahkan barisnya di lembar Program."),
    CatalogueEntry("P03", P, "Kode «{kode}» bukan kode {jenis}, padahal baris ini {komponen}.",
          "Pakai kode {jenis}, misalnya seperti {contoh}.", "Kepmendagri 900.1.15.5-1317/2023"),
    CatalogueEntry("P04", G, "Kode «{kode}» tertulis dua kali, juga di {lain}.", "Gabungkan kedua baris itu."),
    CatalogueEntry("P05", P, "Pagu {tahun} «{kode}» Rp{pagu}, tetapi jumlah {jumlah_anak} di bawahnya Rp{jumlah} (selisih Rp{selisih}).{lain}",
          "Samakan pagu induk dengan jumlah pagu anaknya.", "Permendagri 86/2017; Inmendagri 2/2025"),
    CatalogueEntry("P06", P, "Baris {jenis_pk} ini belum mempunyai pemilik; PK-nya dicetak tersendiri dengan tanda.",
          "Isi Pemilik dengan ID dari lembar Pejabat.", "LKE 88/2021 1.b.10-11", leaves_mark=True),
    CatalogueEntry("P30", P, "Lembar Program tidak ada atau masih kosong; tabel anggaran dicetak dengan tanda.",
          "Tambahkan lembar Program dengan kode, nomenklatur, dan pagu.", leaves_mark=True),
    CatalogueEntry("P31", P, "Lembar Pejabat tidak ada atau masih kosong; PK dibuat per isi kolom Pemilik, tanpa isi per kinerja, dan nama dicetak sebagai tanda.",
          "Tambahkan lembar Pejabat dan isi kolom Pemilik.", leaves_mark=True),
    CatalogueEntry("P32", G, "Pemilik «{id}» tidak ada di lembar Pejabat.{usul}{lain}", "Betulkan ID-nya, atau tambahkan pejabatnya."),
    CatalogueEntry("P33", G, "Atasan «{id}» tidak ada di lembar Pejabat.{usul}{lain}", "Betulkan ID-nya, atau tambahkan pejabatnya."),
    CatalogueEntry("P34", G, "Rantai atasan berputar: {rantai}.", "Betulkan kolom Atasan salah satu pejabat itu."),
    CatalogueEntry("P35", P, "Atasan belum diisi dan tidak dapat dipastikan dari jenis PK ({calon}).",
          "Isi Atasan dengan ID dari lembar Pejabat.", leaves_mark=True),
    CatalogueEntry("P36", P, "{nama} ({jabatan}) tidak memegang kinerja satu pun; PK-nya tidak dibuat.",
          "Isi ID «{id}» pada kolom Pemilik di Tahap 5, atau hapus barisnya.", "LKE 88/2021 1.b.10-11"),
    CatalogueEntry("P37", P, "Pemilik {id} adalah {jenis_pejabat}, tetapi baris ini {jenis_pk}; indikator dicetak di PK {id}.",
          "Pilih pemilik dengan jenis PK yang sama, atau betulkan Jenis PK.", "LKE 88/2021 1.b.8"),
    CatalogueEntry("P38", G, "ID «{id}» tertulis dua kali untuk masa yang sama, juga di {lain}.",
          "Pakai ID lain, atau isi Berlaku Dari dan Berlaku Sampai."),
    CatalogueEntry("P39", P, "Tidak ada pemegang jabatan «{id}» yang berlaku pada {tanggal}; namanya dicetak sebagai tanda.",
          "Isi pejabat (atau Plt.) yang berlaku pada tanggal itu.", leaves_mark=True),
    CatalogueEntry("P40", P, "Jenis PK «{teks}» tidak dikenal.{usul}", "Pilih: PK JPT, PK Ess 3, PK Sub Koordinator/JF, atau PK JF/JP."),
    CatalogueEntry("P41", P, "Kode «{kode}» tidak berbentuk kode program, kegiatan, atau sub kegiatan.",
          "Tulis seperti 2.16.02, 2.16.02.2.01, atau 2.16.02.2.01.0015.", "Permendagri 90/2019"),
    CatalogueEntry("P42", P, "Induk kode «{kode}», yaitu «{induk}», tidak ada di lembar Program.", "Tambahkan baris induknya.",
          "Permendagri 90/2019"),
    CatalogueEntry("P43", P, "Pagu {tahun} «{kode}» belum diisi.", "Isi pagu tahun itu, 0 bila memang tidak ada.", leaves_mark=True),
    CatalogueEntry("P44", G, "Pejabat ini tidak mempunyai ID.", "Isi kolom ID."),
    CatalogueEntry("P45", P, "Jabatan {id} tidak mempunyai Jenis PK, tetapi memegang kinerja; jenisnya diambil dari baris kinerja.",
          "Isi Jenis PK di lembar Pejabat."),
    CatalogueEntry("P47", G, "Baris Program «{nama}» tidak mempunyai kode.", "Isi Kode; baris jumlah tidak perlu ditulis."),
    CatalogueEntry("P49", P, "Pagu «{pagu}» kurang dari nol.", "Betulkan angkanya."),
    CatalogueEntry("P48", P, "Kode «{kode}» {sebab}.",
          "Betulkan kodenya, atau pindahkan baris ini ke cabang yang sesuai.", "Permendagri 90/2019"),
    CatalogueEntry("P46", P, "Ada {jumlah} jabatan berjenis PK JPT; kepala perangkat daerah pada Renstra dicetak sebagai tanda.",
          "Beri Jenis PK «PK JPT» pada tepat satu jabatan.", "PermenPANRB 53/2014", leaves_mark=True),
    CatalogueEntry("P51", G, "Kode «{kode}» tidak dipakai, sedangkan kode «{dicari}» yang dipakai di {lain} tidak ada di lembar Program.",
          "Betulkan kode baris ini menjadi «{dicari}» bila itu maksudnya."),
    CatalogueEntry("P52", S, "Nomenklatur «{teks}» sama dengan {lain}.", "Periksa nomenklatur kedua kode itu.",
          "Kepmendagri 900.1.15.5-1317/2023"),
    CatalogueEntry("P53", G, "ID «{id}» tidak dipakai, sedangkan ID «{dicari}» yang dipakai di {lain} tidak ada di lembar Pejabat.",
          "Betulkan ID baris ini menjadi «{dicari}» bila itu maksudnya."),
    CatalogueEntry("P54", P, "Jabatan «{teks}» sudah dipegang {id} ({lain}).", "Betulkan nama jabatannya, atau hapus salah satunya.",
          "PermenPANRB 53/2014"),
    CatalogueEntry("P55", P, "Bidang «{teks}» hanya ada di baris ini.{usul}", "Samakan nama bidang di semua pejabatnya."),
    CatalogueEntry("P65", P, "{jabatan} ({id}) lowong («{teks}»): {akibat}.",
          "Isi Nama, NIP, dan Status «{status}» pejabat yang ditugasi pada baris ini{plt}; atau beri kinerjanya Pemilik lain; "
          "atau tulis «PK Jabatan Lowong: dengan tanda» di lembar Identitas.", "PermenPANRB 53/2014"),
    CatalogueEntry("P66", P, "{jabatan} ({id}) lowong («{teks}»): {akibat}.",
          "Isi Nama, NIP, dan Status «{status}» pejabat yang ditugasi pada baris ini{plt}.", "PermenPANRB 53/2014",
          leaves_mark=True),
    CatalogueEntry("P67", P, "{kolom} «{teks}» bertentangan dengan {lain} «{isi}»; yang dipakai {lain}.",
          "Samakan keduanya, atau kosongkan {kolom}."),
    CatalogueEntry("P68", S, "Pemilik «{teks}» dibaca sebagai {jabatan}, satu-satunya jabatan di lembar Pejabat yang cocok ({sel}).",
          "Tulis ID-nya: «{id}»."),
    CatalogueEntry("P69", S, "Atasan «{teks}» dibaca sebagai {jabatan}, satu-satunya jabatan di lembar Pejabat yang cocok ({sel}).",
          "Tulis ID-nya: «{id}»."),
    CatalogueEntry("P60", P, "Tidak ada pemegang jabatan «{id}» yang berlaku pada {tanggal}, hari PK «{bawahan}» dibuat; nama "
          "atasannya dicetak sebagai tanda.", "Isi pejabat (atau Plt.) yang berlaku pada tanggal itu.", leaves_mark=True),
    CatalogueEntry("P61", G, "Berlaku Sampai ({sampai}) lebih awal daripada Berlaku Dari ({dari}), jadi pejabat ini tidak pernah berlaku.",
          "Betulkan salah satu tanggal itu."),
    CatalogueEntry("P73", P, "{jenis_pk} berjumlah Rp{jumlah}, {arah} Rp{selisih} dari pagu programnya Rp{pagu}: {sebab}.",
          "Isi Bagian pada baris yang berbagi, atau pilih «pemegang pertama» atau «bagi rata» pada Pembagian Pagu di Identitas.",
          "PermenPANRB 53/2014"),
    CatalogueEntry("P74", S, "{jenis_pk} berjumlah Rp{jumlah}, {arah} Rp{selisih} dari pagu programnya Rp{pagu}: {sebab}.",
          "Isi Pemilik atau kode yang kurang bila pagu itu seharusnya dijanjikan; biarkan bila memang tidak.",
          "PermenPANRB 53/2014"),
    CatalogueEntry("P75", P, "{jumlah} tanpa kinerja{tahun}: {kode}.{kelas}",
          "Tambahkan kinerja dengan kode itu di Tahap 5, misalnya cabang Sekretariat untuk program penunjang.",
          "LKE 88/2021 1.b.10-11"),
    CatalogueEntry("P76", P, "Bagian «{teks}» tidak dipakai: {sebab}.",
          "Tulis satu nilai untuk setiap pemilik menurut urutannya, dipisah titik koma: 60%; 40%, atau rupiah tahun PK."),
    CatalogueEntry("P77", P, "Bagian untuk «{kode}» ({id}) berjumlah {jumlah}, {arah} {selisih} dari {pagu}.",
          "Betulkan Bagian sampai berjumlah 100% atau sama dengan pagunya."),
    CatalogueEntry("P78", P, "Bagian {id} untuk «{kode}» di sini {teks}, sedangkan di {lain} {dipakai}; yang dipakai {dipakai}.",
          "Samakan keduanya, atau kosongkan salah satunya."),
    CatalogueEntry("P79", P, "«{kode}» dibagi dengan Bagian, tetapi {id} yang juga memegangnya tidak disebut; PK-nya mencetak kode itu tanpa jumlah.",
          "Isi Bagian pada baris pejabat itu juga, 0 bila memang tidak ada."),
    CatalogueEntry("P62", S, "Jabatan «{id}» belum ada pemegangnya pada {tanggal}; PK-nya dibuat mulai {mulai}.",
          "Isi pejabat (atau Plt.) untuk hari itu, bila sudah ada; untuk PK dengan tanda isi PK Jabatan Lowong pada lembar Identitas."),
    # N: names and NIP
    CatalogueEntry("N01", G, "NIP «{nip}» tidak sah: {sebab}.", "Betulkan NIP; ketik 18 angka sebagai teks.", "Perka BKN 22/2007"),
    CatalogueEntry("N02", P, "NIP belum diisi.", "Isi NIP; kosongkan hanya untuk kepala daerah.", "PermenPANRB 53/2014", leaves_mark=True),
    CatalogueEntry("N03", P, "Umur saat diangkat menurut NIP «{nip}» {umur} tahun.", "Periksa NIP-nya.", "Perka BKN 22/2007"),
    CatalogueEntry("N04", G, "NIP «{nip}» juga dipakai {nama} di {lain}.", "Betulkan salah satunya."),
    CatalogueEntry("N05", P, "Pangkat «{pangkat}» tidak cocok dengan golongan {golongan} ({seharusnya}).", "Betulkan salah satunya.",
          "PP 11/2017"),
    CatalogueEntry("N06", P, "{kolom} belum diisi.", "Isi {kolom} pejabat ini.", leaves_mark=True),
    CatalogueEntry("N08", P, "Golongan «{golongan}» tidak dikenal.", "Tulis seperti III/d, atau IX untuk PPPK.", "PP 11/2017"),
    CatalogueEntry("N07", P, "Kepala daerah ({nama}) mempunyai NIP «{nip}», dan akan dicetak pada PK.", "Kosongkan NIP kepala daerah.",
          "PermenPANRB 53/2014"),
    CatalogueEntry("N09", P, "{nama} juga memegang jabatan definitif {jabatan} ({lain}).",
          "Tulis Status «Plt.» pada salah satunya, atau betulkan Nama dan NIP-nya.", "PermenPANRB 53/2014"),
    CatalogueEntry("N10", S, "Nama «{nama}» memuat gelar; «{gelar}» dicetak sebagai gelar.",
          "Pindahkan ke kolom Gelar Depan atau Gelar Belakang."),
    CatalogueEntry("N11", S, "Status «{status}» dibaca dari Nama «{teks}».", "Tulis «{status}» di kolom Status, namanya saja di Nama."),
    CatalogueEntry("N12", P, "Nama «{nama}» tampaknya memuat gelar («{gelar}»); ikut dicetak dengan huruf besar.",
          "Pindahkan gelarnya ke kolom Gelar Depan atau Gelar Belakang."),
    # L: cross-cutting
    CatalogueEntry("L01", P, "Kinerja ini tidak ada di Tahap 5.{usul}", "Samakan kalimatnya dengan Tahap 5."),
    CatalogueEntry("L02", P, "{kolom} belum diisi.", "Isi {kolom}.", leaves_mark=True),
    CatalogueEntry("L03", P, "Kinerja pada baris ini belum diisi; dicetak sebagai tanda.",
          "Salin kalimat kinerjanya dari Tahap 5.", leaves_mark=True),
    CatalogueEntry("L04", P, "PD Pendukung «{teks}» adalah perangkat daerah sendiri atau pengampunya.",
          "Tulis perangkat daerah lain yang mendukung, atau hapus baris ini.", "PermenPANRB 89/2021"),
    # K: cycle
    CatalogueEntry("K01", P, "Tahun PK belum diketahui; dicetak sebagai tanda.",
          "Isi Tahun pada lembar Identitas, atau beri pilihan --tahun.", leaves_mark=True),
    CatalogueEntry("K02", P, "Tahun {tahun} di luar periode Renstra {periode}.", "Periksa Tahun dan Periode Renstra."),
    CatalogueEntry("K03", P, "Tanggal PK belum diisi; dicetak sebagai tanda.",
          "Isi Tanggal PK pada lembar Identitas, atau beri pilihan --tanggal.", "PermenPANRB 53/2014", leaves_mark=True),
    CatalogueEntry("K04", P, "Tanggal PK {tanggal} lebih dari satu bulan sesudah DPA disahkan ({dpa}).", "Periksa kedua tanggal itu.",
          "PermenPANRB 53/2014"),
    CatalogueEntry("K05", P, "Tanggal PK {tanggal}{asal_tanggal} tidak dalam tahun {tahun}{asal_tahun}.", "Samakan tahunnya: {jalan}.",
          "PermenPANRB 53/2014", drafts_only=True),
    CatalogueEntry("K06", P, "Periode Renstra belum diketahui; dicetak sebagai tanda.", "Isi Periode Renstra, misalnya 2025-2029.",
          "Inmendagri 2/2025", leaves_mark=True),
    CatalogueEntry("K07", P, "Periode Renstra {periode} lebih dari lima tahun; tabel memuat enam tahun pertama.",
          "Periksa Periode Renstra, misalnya 2025-2029.", "Inmendagri 2/2025"),
    CatalogueEntry("K08", S, "Tanggal DPA belum diisi; batas satu bulan untuk PK tidak dapat diperiksa.",
          "Isi Tanggal DPA pada lembar Identitas.", "PermenPANRB 53/2014"),
    CatalogueEntry("K09", P, "Tahun {tahun} dan periode Renstra {periode} tidak cocok, dan tidak ada kolom tahun {kolom}; nilainya "
          "dicetak sebagai tanda.", "Periksa Tahun dan Periode Renstra.", leaves_mark=True),
    CatalogueEntry("K10", P, "Isi Abaikan «{teks}» tidak dapat dibaca, jadi tidak berlaku.",
          "Tulis kode temuan, titik dua, lalu alasannya: S01: sudah disepakati tim."),
    CatalogueEntry("K11", S, "Temuan {kode} yang diabaikan tidak ada lagi pada baris ini.", "Hapus dari kolom Abaikan."),
    CatalogueEntry("K12", P, "Temuan {kode} adalah galat dan tidak dapat diabaikan.", "Betulkan galatnya."),
    CatalogueEntry("K13", P, "Baris Renstra untuk sasaran ini tidak ada di Tahap 5.{usul}", "Samakan kalimatnya dengan sasaran di Tahap 5."),
    CatalogueEntry("K14", P, "Sasaran pada baris ini belum diisi; dicetak sebagai tanda.", "Salin kalimat sasarannya dari Tahap 5.",
          leaves_mark=True),
    # D: documents
    CatalogueEntry("D10", P, "{apa} {keadaan}; dicetak sebagai tanda.", "Isi {apa} di sel itu.", leaves_mark=True),
    CatalogueEntry("D11", P, "«{judul}» belum berisi data dari lembar {lembar}; dicetak sebagai tanda.",
          "Isi lembar {lembar}.", leaves_mark=True),
    CatalogueEntry("D12", P, "«{kode} {nama}» belum mempunyai outcome dan indikator di Tabel 4.2; dicetak sebagai tanda.",
          "Tambahkan kinerja dengan kode itu di Tahap 5.", "Inmendagri 2/2025", leaves_mark=True),
    # T: template (exit 3)
    CatalogueEntry("T01", G, "Templat «{templat}» tidak ditemukan di {folder}.", "Salin templat bawaan (perintah mulai)."),
    CatalogueEntry("T02", G, "Templat «{templat}» tidak dapat dibuka: {sebab}.", "Buka di Word, lalu simpan sebagai .docx."),
    CatalogueEntry("T03", G, "Templat «{templat}», {bagian}: tanda templat salah tulis ({pesan}) dalam kalimat «{kalimat}».{usul}",
          "Betulkan kalimat itu di Word."),
    CatalogueEntry("T04", G, "Templat «{templat}», {bagian}: isian «{nama}» tidak dikenal dalam kalimat «{kalimat}».{usul}",
          "Betulkan nama isiannya di Word."),
    CatalogueEntry("T05", G, "Templat «{templat}», {bagian}: «{nama}» tidak diizinkan dalam kalimat «{kalimat}».",
          "Hapus bagian itu; templat hanya boleh memakai isian yang tersedia."),
    CatalogueEntry("T06", G, "Templat «{templat}» menghasilkan dokumen yang tidak sah ({dokumen}): {sebab}.",
          "Periksa pasangan tanda {{% … %}} di templat itu."),
    CatalogueEntry("T07", P, "Gambar logo «{logo}» tidak dapat dipakai: {sebab}. Kop dicetak tanpa logo.",
          "Periksa nama berkas logo pada lembar Identitas (PNG atau JPG)."),
    CatalogueEntry("T08", G, "Templat «{templat}» dihentikan saat {saat}: {sebab}.",
          "Sederhanakan templat itu, terutama pengulangan (for) di dalam pengulangan; contohnya templat bawaan."),
    CatalogueEntry("T09", G, "Templat «{templat}» adalah dokumen hasil program ini, bukan templat.",
          "Pakai templat aslinya: teks dari buku kerja di dalam hasil tidak boleh dibaca sebagai tanda templat."),
    CatalogueEntry("T10", G, "Templat «{templat}», {bagian}: {apa} tidak ada{untuk}, padahal bentuk baku mewajibkannya.",
          "Tambahkan «{bunyi}» di tempatnya, atau salin dari templat bawaan (perintah mulai).", "PermenPANRB 53/2014"),
    CatalogueEntry("T11", P, "Templat «{templat}», {bagian}: {apa} tidak ada{untuk}, padahal termasuk bentuk baku.",
          "Tambahkan «{bunyi}» di tempatnya, atau biarkan bila memang disengaja.", "PermenPANRB 53/2014, Inmendagri 2/2025"),
    CatalogueEntry("T15", G, "Templat «{templat}» membawa {sebab}, yang tidak boleh ikut ke dalam dokumen.",
          "Hapus bagian itu di Word; grafik atau objek yang hendak dicetak: salin, lalu Tempel Khusus sebagai gambar."),
    CatalogueEntry("T12", P, "Templat «{templat}»{tempat}: masih ada tempat yang belum ditulis, «{kalimat}»; dicetak sebagai tanda.",
          "Buka templat itu di Word dan ganti kalimat dalam kurung itu dengan isinya.", "Inmendagri 2/2025", leaves_mark=True),
)  # fmt: skip

CATALOGUE: dict[str, CatalogueEntry] = {entry.kode: entry for entry in _ENTRIES}

# Order of the sheets does not matter here: families in the order a planner mends them.
FAMILIES = "BSXWIPNLTDK"


_IDLE = ("bertanda", "tidak")
"""The detail of a finding whose mark no document prints that is made."""


def without_mark(finding: Temuan) -> Temuan:
    """The finding where its mark is printed in no document that is made: ``--final`` lets it stand."""
    return replace(finding, details=(*finding.details, _IDLE))


def severity(temuan: Temuan, *, final: bool = False) -> Severity:
    """Severity of a finding; with ``final`` a peringatan that leaves a mark, or suits only a draft, is a galat."""
    entry = CATALOGUE[temuan.kode]
    idle = entry.leaves_mark and _IDLE in temuan.details
    if final and not idle and entry.refused_by_final and entry.severity is Severity.PERINGATAN:
        return Severity.GALAT
    return entry.severity


def message(temuan: Temuan) -> str:
    """The Indonesian sentence that says what is wrong, and what is said in the same breath (``juga``)."""
    told = dict(temuan.details)
    return " ".join(part for part in (CATALOGUE[temuan.kode].message.format_map(told), told.get("juga", "")) if part)


def hint(temuan: Temuan) -> str:
    """The Indonesian sentence that says what to do."""
    return CATALOGUE[temuan.kode].saran.format_map(dict(temuan.details))


def proposal(proposal: str | None) -> str:
    """The did-you-mean clause for a message, or nothing."""
    return f" Mungkin maksudnya «{proposal}»?" if proposal else ""
