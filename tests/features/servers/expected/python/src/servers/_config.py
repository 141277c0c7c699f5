"""What is particular to this package: servers, security, limits."""

from ._hooks.registration import init_hooks
from ._runtime.operation import Configuration, Server
from ._version import __openapi_doc_version__, __user_agent__, __version__

CONFIG = Configuration(
    name="servers",
    version=__version__,
    document_version=__openapi_doc_version__,
    user_agent=__user_agent__,
    servers=(
        Server(
            "https://{region}.example.com:{port}/v1",
            variables={
                "region": "eu",
                "port": "443",
            },
            choices={
                "region": (
                    "eu",
                    "us",
                ),
            },
        ),
        Server("http://localhost:8080", name="local"),
        Server("/relative"),
    ),
    schemes={},
    security=(),
    timeout_ms=60000,
    debug_env="SERVERS_DEBUG",
    init_hooks=init_hooks,
)
