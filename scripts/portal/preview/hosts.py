"""Whether a request to the preview means the preview: what a `Host` header may say.

A page anywhere may let its own name point to 127.0.0.1 and then read what is served here as if it
were its own (DNS rebinding); the name in the header gives it away. A number in its place cannot be
such a name.
"""

from __future__ import annotations

import ipaddress

WEB_PORT = 80
LOCAL = {"localhost", "127.0.0.1"}
ANYWHERE = {"", "0.0.0.0"}


def is_for_us(header: str, host: str, port: int) -> bool:
    """`header` is what the browser asked for, `host` and `port` what the server listens on."""
    name, _, number = header.strip().lower().partition(":")
    if number != str(port) and not (not number and port == WEB_PORT):
        return False
    return name in LOCAL or name == host.lower() or (host in ANYWHERE and _is_address(name))


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server on `host`."""
    return host == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
