"""Runs in the bundle before LeaderPlan: readies a process that multiprocessing started, and costs others nothing."""

import sys

if {"--multiprocessing-fork", "-c"} & set(sys.argv[1:]):
    __import__("pyi_rth_multiprocessing")  # 25 ms, which each start would take
