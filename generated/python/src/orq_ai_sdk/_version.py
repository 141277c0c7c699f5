"""Title and versions."""

__title__ = "orq-ai-sdk"
__version__ = "4.2.6"
__openapi_doc_version__ = "2.0"
__gen_version__ = "0.1.0"
__user_agent__ = "sdkloom/python 4.2.6 orq_ai_sdk"
