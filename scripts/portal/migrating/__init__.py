"""Files that earlier versions of the program read → the same files as this one reads them.

Takes a site as it was read, gives new texts by path; the disk belongs to `portal migrate`.
"""
