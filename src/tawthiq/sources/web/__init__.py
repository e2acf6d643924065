"""Addresses: fetched within limits and with manners, kept as WARC. Needs the extra `web`."""
