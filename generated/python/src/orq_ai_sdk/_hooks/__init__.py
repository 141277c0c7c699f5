"""Hooks of this package: registration.py is yours, types.py has what it needs."""
