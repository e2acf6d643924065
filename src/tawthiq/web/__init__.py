"""The review page: server-rendered pages over the same operations as the command line.

`local.run` serves one person on this machine. Nothing here knows a database; nothing is fetched from elsewhere.
"""
