"""The disk: files whole or not at all, one run at a time, nothing left behind by runs that were killed.

Takes paths and bytes, knows nothing of what the files mean. Every file of the product is written by `writing.py`, or in
a folder that becomes visible as a whole.
"""
