"""The ledger: an append-only store of originals, readings, claims, judgements and links, and one hash-chained log.

`connect.opened(url)` opens one; `writer.Writer` adds to it, `view.View` looks into it, `verify.verify` checks it.
"""
