"""Public information and training portal: YAML and Markdown in, a static Chinese site out.

The rooms follow the one-way flow: source → records → rules → outcomes → pages → render → publish.
"""

__version__ = "0.1.0"
