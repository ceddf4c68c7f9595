"""Benchmarks: they print figures and judge none."""
