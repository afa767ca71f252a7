"""The Perjanjian Kinerja of an official."""
