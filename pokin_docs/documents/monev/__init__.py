"""The quarterly report on what was reached of the Rencana Aksi."""
