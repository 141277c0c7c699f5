"""Title and versions."""

__title__ = "yes"
__version__ = "0.1.0"
__openapi_doc_version__ = "2024-01-01"
__gen_version__ = "0.1.0"
__user_agent__ = "sdkloom/python 0.1.0 yes"
