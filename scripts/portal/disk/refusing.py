"""What the disk refused, in Chinese: wherever files are read or written, a command says it in these words."""

from __future__ import annotations

import errno

FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def refused(failure: OSError) -> str:
    """The sentence for a failure of which nothing more is known."""
    where = f"：{failure.filename}" if failure.filename else ""
    if failure.errno in FULL:
        return "磁盘满了，网站没有改动。清出空间后重新运行"
    if failure.errno in FORBIDDEN:
        return f"没有权限读写文件{where}"
    return f"读写文件失败{where}（{failure.strerror or failure}）"


def reason(failure: OSError) -> str:
    """The same in a few words, to stand in brackets behind the name of a file."""
    if failure.errno in FULL:
        return "磁盘满了，清出空间后重新运行"
    if failure.errno in FORBIDDEN:
        return "没有权限"
    return str(failure.strerror or failure)
