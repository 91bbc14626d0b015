"""Exchange formats: what units and other systems send and take, apart from what the site means by it.

Readers turn a file into neutral records or refuse it by cell; writers turn records into text. Pure: the
command line reads and writes the disk.
"""
