"""Models of Colour."""

from __future__ import annotations

from typing import Literal

Colour = Literal["red", "RED", "dark-blue", "dark blue", 'it\'s "quoted"', "-1", "*/"]
"""The colours there are"""
