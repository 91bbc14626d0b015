"""The MkDocs adapter: documents and files → a folder of HTML.

With `portal.mkdocs_hook` the only part that imports MkDocs, so that another renderer can take its
place (see docs/adr).
"""
