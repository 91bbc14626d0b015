"""From the files of a project to its `Site`: what lies where, what it says, and all that is wrong with it."""

from portal.reading.project import Library, ReadResult, read

__all__ = ["Library", "ReadResult", "read"]
