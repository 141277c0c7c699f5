"""What is particular to this package: servers, security, limits."""

from ._hooks.registration import init_hooks
from ._runtime.operation import Configuration, Part, Scheme
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
            scheme="Bearer",
            env="SECURITY_TOKEN",
        ),
        "login": Scheme(
            "http",
            scheme="Basic",
            parts=(
                Part("username", "username", "SECURITY_USERNAME", required=True),
                Part("password", "password", "SECURITY_PASSWORD", required=True),
            ),
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
            scheme="Token",
            env="SECURITY_CUSTOM",
        ),
        "oauth": Scheme(
            "oauth2",
            parts=(
                Part("client_id", "client_id", "SECURITY_CLIENT_ID", required=True),
                Part(
                    "client_secret",
                    "client_secret",
                    "SECURITY_CLIENT_SECRET",
                    required=True,
                ),
                Part("audience", "audience", "SECURITY_AUDIENCE"),
            ),
            grant="client_credentials",
            token_url="https://example.com/token",
            basic=True,
        ),
        "user": Scheme(
            "oauth2",
            parts=(
                Part("username", "username", "SECURITY_USER_USERNAME", required=True),
                Part("password", "password", "SECURITY_USER_PASSWORD", required=True),
                Part("client_id", "client_id", "SECURITY_USER_CLIENT_ID"),
                Part("client_secret", "client_secret", "SECURITY_USER_CLIENT_SECRET"),
            ),
            grant="password",
            token_url="/token",
        ),
        "app_key": Scheme(
            "custom",
            parts=(
                Part("app_id", "appId", "SECURITY_APP_ID", required=True),
                Part("key", "key", "SECURITY_KEY"),
            ),
        ),
    },
    security=(("token",),),
    timeout_ms=60000,
    debug_env="SECURITY_DEBUG",
    init_hooks=init_hooks,
)
