"""The Indikator Kinerja Utama of an agency, as the annex of the decree that sets them."""
