"""The Rencana Kinerja Tahunan: sasaran with the sub kegiatan that serve them, their targets and money."""
