"""The Sasaran Kinerja Pegawai (SKP) of an official."""
