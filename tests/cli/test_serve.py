"""`portal serve` says why it cannot start."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from tests.projects import portal, small_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("serve"))


@pytest.mark.parametrize("port", ["0", "70000"])
def test_a_port_that_does_not_exist(project: Path, port: str) -> None:
    result = portal(project, "serve", "--port", port)
    assert result.returncode == 2
    assert "--port 的值不对：要写 1 到 65535 的整数" in result.stderr


def test_an_address_of_another_machine(project: Path) -> None:
    result = portal(project, "serve", "--host", "192.0.2.7")
    assert result.returncode == 1
    assert "--host 192.0.2.7 不是这台电脑的地址" in result.stderr
    assert "端口" not in result.stderr


def test_a_port_in_use(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = portal(project, "serve", "--port", str(port))
    assert result.returncode == 1
    assert f"端口 {port} 正被别的程序使用" in result.stderr
