"""Closing a case in its file: the end of its publicity written in, and in the end a stub in its place.

Takes records and texts, gives texts; the disk and the site belong to whoever calls.
"""
