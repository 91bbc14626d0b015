"""How fast the portal builds, beside plain MkDocs on the same records.

`project` makes a copy of the project with many invented cases, `measuring` runs a command and says
what it cost, `comparing` puts the two builds side by side. Nothing here is used by a real build.
"""
