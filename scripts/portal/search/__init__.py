"""The site's own full-text index: exact for any string of characters, fetched in small files on demand.

Pure: takes pages (address, title, HTML), gives files (path → bytes). How the index works and why is
in docs/adr/0009-search.md; `lookup` reads the same files as the browser's `search-index.js` does.
"""
