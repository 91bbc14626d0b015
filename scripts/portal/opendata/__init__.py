"""Open data: records and frames → tables, and every table as CSV, JSON and JSON Schema, with a package around them.

Takes plain lists of what is public already; decides nothing about publicity and touches no disk.
"""
