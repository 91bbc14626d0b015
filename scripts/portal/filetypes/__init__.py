"""What everybody who handles a file of a site must know of its kind: who names, serves or compresses it asks here.

Takes a path, gives the type; imports nothing of ours.
"""
