"""sdkloom: one OpenAPI document in, idiomatic SDKs, docs and snippets out."""

__version__ = "0.1.0"
