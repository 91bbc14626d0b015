"""`portal server-config`: settings of nginx, Caddy or Apache for the site that was built."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from portal.cli.terminal import fail, project
from portal.publish.building import BuildFailed, as_build_failed
from portal.publish.server_config import PATH, SERVERS, NoSite, hosting_of, server_config


class Base(click.ParamType[str]):
    """The path of the site on its host."""

    name = "路径"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value)
        if not PATH.fullmatch(text):
            self.fail("路径以 / 开头、以 / 结尾，如 /food-safety/")
        return text


@click.command(help="写出网页服务器的设置：网址路径、缓存、压缩、安全响应头，和已经生成的网站一致。")
@click.argument("server", metavar="nginx|caddy|apache", type=click.Choice(SERVERS))
@click.option("--site-dir", type=click.Path(path_type=Path), help="生成好的网站在哪里，默认为项目里的 site")
@click.option(
    "--base", type=Base(), help="网站在域名下的路径，如 / 或 /food-safety/；默认照 site.yaml 的网址"
)
@click.pass_obj
def command(root: Path, server: str, site_dir: Path | None, base: str | None) -> None:
    root = project(root)
    try:
        hosting = hosting_of(site_dir or root / "site")
        if base:
            hosting = dataclasses.replace(hosting, base=base)
        with as_build_failed():
            settings = server_config(server, hosting, root)
    except (NoSite, BuildFailed) as failure:
        fail(str(failure))
    click.echo(settings, nl=False)
