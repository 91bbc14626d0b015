"""What others publish on our behalf: posters, wall sheets, share cards, a short text, a page to copy.

Takes plain words (`Material`, `Sheet`) and gives SVG, PNG, text and HTML; knows no records, no disk
but the font it draws with, and no templates.
"""
