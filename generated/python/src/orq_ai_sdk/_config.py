"""What is particular to this package: servers, security, limits."""

from ._hooks.registration import init_hooks
from ._runtime.operation import Configuration, Scheme, Server
from ._version import __openapi_doc_version__, __user_agent__, __version__

CONFIG = Configuration(
    name="orq-ai-sdk",
    version=__version__,
    document_version=__openapi_doc_version__,
    user_agent=__user_agent__,
    servers=(Server("https://my.orq.ai"),),
    schemes={
        "api_key": Scheme(
            "http",
            scheme="Bearer",
            env="ORQ_API_KEY",
        ),
    },
    security=(("api_key",),),
    timeout_ms=600000,
    debug_env="ORQ_DEBUG",
    init_hooks=init_hooks,
)
