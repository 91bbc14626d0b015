"""Papers for print: a drawn form of a frozen bank → the paper and its key, as HTML for A4 and as Word files.

Pure: takes the site, a version, a blueprint and a number, gives bytes. Which questions stand where is `quiz`'s
business; here they get their place on paper. The same code gives the same paper for ever.
"""
