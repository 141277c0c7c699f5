"""What is particular to this package: servers, security, limits."""

from ._runtime.operation import Configuration, Scheme
from ._version import __openapi_doc_version__, __user_agent__, __version__

CONFIG = Configuration(
    name="security",
    version=__version__,
    document_version=__openapi_doc_version__,
    user_agent=__user_agent__,
    servers=(),
    schemes={
        "token": Scheme(
            "http",
            scheme="bearer",
            env="SECURITY_TOKEN",
        ),
        "login": Scheme(
            "http",
            scheme="basic",
            env="SECURITY_LOGIN",
        ),
        "header_key": Scheme(
            "apiKey",
            place="header",
            name="X-Api-Key",
            env="SECURITY_HEADER_KEY",
        ),
        "query_key": Scheme(
            "apiKey",
            place="query",
            name="key",
            env="SECURITY_QUERY_KEY",
        ),
        "cookie_key": Scheme(
            "apiKey",
            place="cookie",
            name="session",
            env="SECURITY_COOKIE_KEY",
        ),
        "custom": Scheme(
            "http",
            scheme="token",
            env="SECURITY_CUSTOM",
        ),
        "oauth": Scheme(
            "oauth2",
            env="SECURITY_OAUTH",
        ),
    },
    security=(("token",),),
    timeout_ms=60000,
    debug_env="SECURITY_DEBUG",
)
