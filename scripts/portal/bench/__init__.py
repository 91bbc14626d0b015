"""How fast the portal builds, beside plain MkDocs, and how fast its pages open, beside stock Material.

`cases` makes a copy of the project with many invented cases, `measuring` runs a command and says what it
cost, `comparing` puts builds side by side; `serving` and `phone` open pages, `web` puts sites side by side, `quiz` waits for the first question;
`search` builds and asks the search index.
Nothing here is used by a real build.
"""
