"""The progress line does not stay in the way of what is said after it."""

from __future__ import annotations

import io
import sys

import click
import pytest

from portal.cli import terminal
from portal.cli.terminal import ProgressLine


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_line_is_gone_before_anything_else_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(terminal, "PATIENCE", 0.0)
    with ProgressLine() as progress:
        progress("正在读文件", 3, 3)
    click.echo("错误", err=True)
    line, _, after = shown.getvalue().partition("3/3")
    assert line == "\r正在读文件… "
    assert after.endswith("\r\033[K错误\n")
