"""What the disk refused, in Chinese: wherever files are read or written, a command says it in these words."""

from __future__ import annotations

import errno


def refused(failure: OSError) -> str:
    where = f"：{failure.filename}" if failure.filename else ""
    if failure.errno == errno.ENOSPC:
        return "磁盘满了，网站没有改动。清出空间后重新运行"
    if failure.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"没有权限读写文件{where}"
    return f"读写文件失败{where}（{failure.strerror or failure}）"
