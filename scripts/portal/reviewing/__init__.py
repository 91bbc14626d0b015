"""Signing: what a step of the review makes of the signatures there are, and how that gets into the file.

Takes records and the text of their files, gives other records and texts; the disk belongs to the command.
"""
