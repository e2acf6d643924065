"""One stage a question. A stage is `run(document, scan, language) -> Document`; no stage imports another."""
