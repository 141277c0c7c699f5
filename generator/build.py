"""The stages in order: document, meaning, packages, files, disk."""
