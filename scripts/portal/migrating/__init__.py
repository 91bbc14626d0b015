"""Files as an earlier version of the program wanted them → the same files as this one wants them.

Takes paths and bytes, gives texts and their differences; writing them is left to the command line. What a person wrote
around the changed places (comments, order, line ends) stays.
"""

from portal.migrating.migration import Change, Migration, migrate

__all__ = ["Change", "Migration", "migrate"]
