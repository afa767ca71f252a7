"""What of the workbook gives a document of some kinds, for people; kinds that wait for the same are told together."""

SASARAN_ROWS = "baris Sasaran pada lembar Tahap 5 (kolom Komponen Perencanaan)"
ROWS_OF_PK = "kinerja yang masuk PK: baris Sasaran dan di bawahnya pada lembar Tahap 5 (kolom Komponen Perencanaan)"
INDICATORS_OF_IKU = "indikator Tujuan atau Sasaran pada lembar Tahap 5 (kolom Indikator Kinerja)"
