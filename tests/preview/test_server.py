"""Who may read the preview."""

from __future__ import annotations

import pytest

from portal.preview.server import is_for_us, is_loopback


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("127.0.0.1:8000", "127.0.0.1"),
        ("localhost:8000", "127.0.0.1"),
        ("LOCALHOST:8000", "127.0.0.1"),
        ("192.0.2.7:8000", "192.0.2.7"),
        ("office-pc:8000", "office-pc"),
        ("192.0.2.7:8000", "0.0.0.0"),
    ],
)
def test_the_preview_itself(header: str, host: str) -> None:
    assert is_for_us(header, host, 8000)


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("evil.example:8000", "127.0.0.1"),
        ("evil.example:8000", "0.0.0.0"),
        ("127.0.0.1:9000", "127.0.0.1"),
        ("127.0.0.1", "127.0.0.1"),
        ("192.0.2.7:8000", "127.0.0.1"),
        ("", "127.0.0.1"),
    ],
)
def test_another_name(header: str, host: str) -> None:
    assert not is_for_us(header, host, 8000)


def test_a_browser_leaves_out_the_usual_port() -> None:
    assert is_for_us("localhost", "127.0.0.1", 80)


def test_which_hosts_only_this_machine_can_reach() -> None:
    assert is_loopback("127.0.0.1")
    assert is_loopback("localhost")
    assert not is_loopback("0.0.0.0")
    assert not is_loopback("office-pc")
