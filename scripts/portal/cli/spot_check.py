"""`portal spot-check`: a day on site, from slips to what is recorded."""

from __future__ import annotations

import click

from portal.cli.spot_check_record import record
from portal.cli.spot_check_settle import settle
from portal.cli.spot_check_sheet import sheet


@click.group(help="抽查考核：印凭条和登记表，记录回执和答案。")
def command() -> None:
    pass


for one in (sheet, record, settle):
    command.add_command(one)
