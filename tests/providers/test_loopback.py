"""The port that waits for the browser: odd visitors, other questions, nobody at all."""

import socket
import threading
from collections.abc import Iterator

import pytest
import requests

from providers._loopback import Loopback


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    with Loopback() as opened:
        opened.expect("ours")
        yield opened


def port_of(loopback: Loopback) -> int:
    return int(loopback.address.rpartition(":")[2])


def come_back(loopback: Loopback, **fields: str) -> int:
    """Come back as the browser does, with no more patience than it needs."""
    address = f"http://127.0.0.1:{port_of(loopback)}/"
    return requests.get(address, params=fields, timeout=5).status_code


def test_only_the_answer_to_our_question_counts(loopback: Loopback) -> None:
    assert come_back(loopback, code="stolen", state="another") == 404
    assert come_back(loopback, code="c", state="") == 404
    assert come_back(loopback, code="good", state="ours") == 200

    assert loopback.wait(5) == {"code": "good", "state": "ours"}


def test_before_a_question_was_asked_nothing_counts() -> None:
    with Loopback() as opened:
        assert come_back(opened, code="c", state="") == 404
        assert opened.wait(0) is None


def test_a_browser_may_open_a_connection_and_say_nothing(loopback: Loopback) -> None:
    with socket.create_connection(("127.0.0.1", port_of(loopback))):
        assert come_back(loopback, code="c", state="ours") == 200


@pytest.mark.parametrize(
    "words", [b"", b"\x16\x03\x01", b"POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n"]
)
def test_a_visitor_who_talks_nonsense_is_not_told_of(
    loopback: Loopback, words: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_connection(("127.0.0.1", port_of(loopback))) as visitor:
        visitor.sendall(words)
        visitor.shutdown(socket.SHUT_WR)
        while visitor.recv(4096):
            pass

    assert come_back(loopback, code="c", state="ours") == 200
    assert capsys.readouterr().err == ""


def test_an_answer_that_comes_while_one_waits_is_taken(loopback: Loopback) -> None:
    threading.Timer(0.1, come_back, [loopback], {"code": "c", "state": "ours"}).start()

    assert loopback.wait(30)
