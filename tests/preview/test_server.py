"""Who may read the preview."""

from __future__ import annotations

import random

import pytest

from portal.preview.server import address_of, generation_in, is_for_us, is_loopback


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("127.0.0.1:8000", "127.0.0.1"),
        ("localhost:8000", "127.0.0.1"),
        ("LOCALHOST:8000", "127.0.0.1"),
        ("192.0.2.7:8000", "192.0.2.7"),
        ("office-pc:8000", "office-pc"),
        ("192.0.2.7:8000", "0.0.0.0"),
        ("[::1]:8000", "::1"),
        ("[0:0:0:0:0:0:0:1]:8000", "::1"),
        ("localhost:8000", "::1"),
        ("[2001:db8::7]:8000", "2001:DB8:0::7"),
        ("[2001:db8::7]:8000", "::"),
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
        ("[::1]:9000", "::1"),
        ("::1:8000", "::1"),
        ("[::1:8000", "::1"),
        ("[2001:db8::7]:8000", "::1"),
        ("evil.example:8000", "::"),
        ("[evil.example]:8000", "::"),
    ],
)
def test_another_name(header: str, host: str) -> None:
    assert not is_for_us(header, host, 8000)


def test_a_browser_leaves_out_the_usual_port() -> None:
    assert is_for_us("localhost", "127.0.0.1", 80)


def test_which_hosts_only_this_machine_can_reach() -> None:
    assert is_loopback("127.0.0.1")
    assert is_loopback("localhost")
    assert is_loopback("::1")
    assert not is_loopback("::")
    assert not is_loopback("0.0.0.0")
    assert not is_loopback("office-pc")


def test_the_address_to_open() -> None:
    assert address_of("127.0.0.1", 8000) == "http://127.0.0.1:8000/"
    assert address_of("::1", 8000) == "http://[::1]:8000/"


@pytest.mark.parametrize(
    ("query", "generation"),
    [
        ("after=7", 7),
        ("after=0012", 12),
        ("after=7&after=8", 7),
        ("", 0),
        ("after=", 0),
        ("after=²", 0),
        ("after=%C2%B2", 0),
        ("after=③", 0),
        ("after=-1", 0),
        ("after=+1", 0),
        ("after=1_0", 0),
        ("after= 7", 0),
        (f"after={'9' * 5000}", 0),
        ("after[]=7", 0),
    ],
)
def test_which_generation_a_browser_has(query: str, generation: int) -> None:
    assert generation_in(query) == generation


def test_no_query_is_too_odd() -> None:
    signs = "after=&;%²③٣０9-+_. \x00\udcff７Ⅷ[]"
    chance = random.Random(6)
    for _ in range(3000):
        query = "".join(chance.choices(signs, k=chance.randrange(12)))
        assert generation_in(f"after={query}") >= 0
