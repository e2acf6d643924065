"""The pages, one module a kind: each asks an operation and fills a template."""
