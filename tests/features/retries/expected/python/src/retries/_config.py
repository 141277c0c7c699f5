"""What is particular to this package: servers, security, limits."""

from ._hooks.registration import init_hooks
from ._runtime.operation import Configuration, Server
from ._runtime.options import BackoffStrategy, RetryConfig
from ._version import __openapi_doc_version__, __user_agent__, __version__

CONFIG = Configuration(
    name="retries",
    version=__version__,
    document_version=__openapi_doc_version__,
    user_agent=__user_agent__,
    servers=(Server("https://example.com"),),
    schemes={},
    security=(),
    timeout_ms=60000,
    retries=RetryConfig(
        "backoff",
        BackoffStrategy(100, 2000, 2, 10000),
        retry_connection_errors=True,
    ),
    retry_codes=(
        "429",
        "5XX",
    ),
    debug_env="RETRIES_DEBUG",
    init_hooks=init_hooks,
)
