"""典型案例: the lists, their facets and filters, and a page for every case."""
