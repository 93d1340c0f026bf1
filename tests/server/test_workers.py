"""A query that asks for too much is ended, and the service lives on."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from tests.server.conftest import ENDLESS

from samverkansgraf.errors import QueryError
from samverkansgraf.graph.answering import write_snapshot
from samverkansgraf.server.workers import BusyError, TooSlowError, Workers

ROWS = {"rows": "csv", "boolean": "csv"}
QUICK = "ASK { ?s a sg:Initiative }"


def test_an_endless_query_is_cut_and_the_next_one_answered(ask):
    began = time.monotonic()
    answer = ask(ENDLESS)
    assert (answer.status_code, answer.text) == (503, "the query took more than 2 s; narrow it\n")
    assert time.monotonic() - began < 10
    assert ask(QUICK).text == "true"


def test_quick_queries_are_answered_while_a_slow_one_runs(workers):
    failed = []

    def slow():
        try:
            workers.answer(ENDLESS, ROWS)
        except TooSlowError as error:
            failed.append(error)

    thread = threading.Thread(target=slow)
    thread.start()
    assert workers.answer(QUICK, ROWS).data == b"true"
    assert not failed
    thread.join()
    assert len(failed) == 1


def test_a_large_result_is_refused_before_it_is_whole(workers):
    with pytest.raises(QueryError, match="larger than 100000 bytes; narrow the query or add LIMIT"):
        workers.answer("SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }", ROWS)
    assert workers.answer(QUICK, ROWS).data == b"true"


def test_a_process_that_is_killed_is_begun_anew(workers):
    for worker in tuple(workers._all):
        worker.process.kill()
        worker.process.wait()
    for _ in range(2):
        with pytest.raises(QueryError):
            workers.answer(QUICK, ROWS)
    assert workers.answer(QUICK, ROWS).data == b"true"


def test_when_all_are_at_work_one_is_told_to_wait(city):
    with Workers(city.graph, seconds=1.5, count=1) as one:
        thread = threading.Thread(target=pytest.raises, args=(TooSlowError, one.answer, ENDLESS, ROWS))
        one._free.queue[0].ask({"query": QUICK, "forms": ROWS, "most_bytes": 10}, 5)  # warm
        thread.start()
        time.sleep(0.2)
        one.seconds, waited = 0.1, one.seconds
        with pytest.raises(BusyError, match="try again"):
            one.answer(QUICK, ROWS)
        one.seconds = waited
        thread.join()


def test_closing_ends_every_process_and_leaves_no_file(city):
    with Workers(city.graph, count=1) as made:
        processes, folder = [worker.process for worker in made._all], Path(made._folder.name)
        assert folder.is_dir()
    assert all(process.returncode is not None for process in processes)
    assert not folder.exists()


def test_a_process_ends_when_nobody_is_left_to_ask(city, tmp_path):
    snapshot = write_snapshot(city.graph, tmp_path)
    command = [sys.executable, "-m", "samverkansgraf.server.worker", str(snapshot)]
    done = subprocess.run(command, input=b"", capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, b'{"ready": true, "length": 0}\n')
