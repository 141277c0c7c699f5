"""The languages that packages are written in."""

from ..language import Language
from .python import PYTHON
from .typescript import TYPESCRIPT

LANGUAGES: dict[str, Language] = {language.key: language for language in (PYTHON, TYPESCRIPT)}
