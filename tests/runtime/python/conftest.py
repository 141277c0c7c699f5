"""The fixtures of the harness, for every test here."""

from harness import _no_environment, _server, orq, server

__all__ = ["_no_environment", "_server", "orq", "server"]
