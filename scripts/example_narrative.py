"""What the sample office wrote at the places of its naskah; made up after the tree, no figure of it is official."""

from __future__ import annotations

WRITTEN: dict[str, tuple[str, ...]] = {
    "latar-belakang": (
        "Penyusunan Renstra dimulai dengan pembentukan tim penyusun, dilanjutkan dengan evaluasi Renstra periode "
        "sebelumnya, penelaahan rancangan RPJMD Kabupaten Balangan, dan penyusunan pohon kinerja bersama "
        "seluruh bidang.",
        "Rancangan Renstra dibahas dalam forum perangkat daerah. Setelah ditetapkan, Renstra menjadi dasar "
        "penyusunan "
        "Renja setiap tahun, yang selaras dengan RKPD tahun yang sama.",
    ),
    "dasar-hukum": (
        "Selain peraturan tersebut, Renstra ini berpedoman pada peraturan daerah Kabupaten Balangan tentang "
        "RPJPD, RPJMD, "
        "dan pembentukan perangkat daerah, serta peraturan bupati tentang kedudukan, susunan organisasi, tugas, dan "
        "fungsi dinas.",
    ),
    "maksud-tujuan": (
        "Bagi dinas, Renstra ini secara khusus dimaksudkan untuk menyatukan arah penyelenggaraan urusan "
        "komunikasi dan "
        "informatika, statistik, dan persandian dalam satu pohon kinerja.",
    ),
    "tugas-fungsi": (
        "Dinas membantu bupati melaksanakan urusan pemerintahan di bidang komunikasi dan informatika, statistik, dan "
        "persandian. Sekretariat mengoordinasikan perencanaan, keuangan, dan kepegawaian, sedangkan setiap bidang "
        "merumuskan dan melaksanakan kebijakan teknis sesuai dengan urusannya.",
        "Kelompok jabatan fungsional mendukung bidang dalam pengelolaan informasi publik, pengembangan aplikasi, "
        "pengelolaan infrastruktur, statistik sektoral, dan keamanan informasi.",
    ),
    "sumber-daya": (
        "Pelayanan dinas dijalankan oleh pegawai struktural, fungsional, dan pelaksana. Jabatan fungsional pranata "
        "komputer, statistisi, dan sandiman masih perlu ditambah agar sebanding dengan jumlah layanan yang dikelola.",
        "Sarana utama meliputi ruang server, jaringan intra pemerintah daerah, media publikasi, serta "
        "aplikasi layanan "
        "pemerintahan berbasis elektronik yang dipakai bersama perangkat daerah lain.",
    ),
    "kinerja-pelayanan": (
        "Capaian yang berhasil terutama berasal dari perluasan jaringan dan meningkatnya jumlah layanan elektronik. "
        "Keterpaduan aplikasi, ketersediaan data statistik sektoral, dan pengamanan informasi belum "
        "sepenuhnya mencapai "
        "kondisi yang diharapkan karena standar dan kesiapan pengelola di perangkat daerah belum merata.",
    ),
    "kelompok-sasaran": (
        "Kelompok sasaran layanan informasi publik adalah masyarakat dan badan publik. Kelompok sasaran "
        "layanan aplikasi, "
        "jaringan, data, dan persandian adalah seluruh perangkat daerah, kecamatan, dan desa.",
    ),
    "mitra": (
        "Dinas bermitra dengan badan yang menangani perencanaan dalam penyelarasan data pembangunan, dengan "
        "sekretariat "
        "daerah dalam tata kelola pemerintahan berbasis elektronik, dan dengan kecamatan dalam penyebaran informasi.",
    ),
    "kerja-sama": (
        "Kerja sama dilaksanakan dengan instansi vertikal di bidang statistik dan dengan lembaga yang "
        "membina keamanan "
        "siber, berupa pembinaan, pendampingan, dan pertukaran data.",
    ),
    "isu-strategis": (
        "Isu yang menjadi prioritas adalah tata kelola pemerintahan digital yang terpadu, karena menentukan "
        "mutu layanan "
        "seluruh perangkat daerah. Isu ketersediaan data dan keamanan informasi ditangani bersamaan agar "
        "layanan yang "
        "dibangun dapat dipercaya.",
    ),
    "keterkaitan-rpjmd": (
        "Tujuan dan sasaran dinas mendukung misi RPJMD mengenai tata kelola pemerintahan yang baik. Setiap indikator "
        "tujuan diturunkan menjadi indikator sasaran, program, kegiatan, dan subkegiatan.",
    ),
    "strategi-arah-kebijakan": (
        "Pada awal periode, kebijakan diarahkan pada penataan standar dan penguatan pengelola. Tahun "
        "berikutnya diarahkan "
        "pada pemaduan aplikasi dan data, kemudian pada peningkatan mutu layanan dan perluasan pemanfaatannya.",
    ),
    "lintas-perangkat-daerah": (
        "Kesepakatan dengan perangkat daerah pendukung dituangkan dalam rencana aksi bersama dan ditinjau setiap "
        "triwulan. Perangkat daerah pendukung menyediakan data, petugas penghubung, dan pembiayaan "
        "kegiatannya sendiri.",
    ),
    "program-kegiatan": (
        "Program dipilih karena langsung menghasilkan kondisi antara dalam pohon kinerja. Kerangka pendanaan "
        "mengikuti "
        "kemampuan keuangan daerah dan mendahulukan layanan yang sudah berjalan sebelum pengembangan layanan baru.",
    ),
    "kaidah-pelaksanaan": (
        "Kepala bidang bertanggung jawab atas pencapaian program di bidangnya dan melaporkan kemajuannya "
        "setiap bulan. "
        "Perubahan kegiatan hanya dapat dilakukan bila tetap mendukung sasaran yang sama.",
    ),
    "pengendalian-evaluasi": (
        "Pengendalian dilaksanakan setiap triwulan oleh sekretariat melalui rapat evaluasi kinerja. Evaluasi tahunan "
        "menjadi bahan penyusunan Renja tahun berikutnya dan laporan kinerja dinas.",
    ),
}
"""Paragraphs by the key of the place."""
