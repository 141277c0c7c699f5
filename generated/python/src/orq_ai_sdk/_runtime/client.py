"""The client: options, HTTP clients and their end, groups of operations."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from .operation import chosen

if TYPE_CHECKING:
    from http.cookiejar import CookieJar
    from typing import Self

    from .hooks import Hooks
    from .logger import DebugLog
    from .operation import Configuration, OpenOperation, Operation
    from .options import AsyncHttpClient, CallOptions, ClientOptions, HttpClient
    from .page_rules import PagedOperation
    from .paging import AsyncPage, Page
    from .transport import Steps

T = TypeVar("T")
Item = TypeVar("Item")
Opened = TypeVar("Opened")


class Core:
    """What all groups of a client share."""

    log: DebugLog | None = None
    hooks: Hooks | None = None
    _is_quiet = False

    def __init__(self, config: Configuration, options: ClientOptions) -> None:
        if options.server_url is None:
            chosen(config.servers, options.server_idx)
        self.config = config
        self.options = options
        self._made: dict[str, Any] = {}
        self.tokens: dict[Any, Any] = {}
        if options.debug_logger is not None or config.debug_env:
            from .logger import debug_log

            self.log = debug_log(options.debug_logger, config)
        if config.init_hooks is not None:
            self._init_hooks(config.init_hooks)

    def _init_hooks(self, init_hooks: Callable[[Hooks], None]) -> None:
        from .hooks import Hooks

        hooks = Hooks()
        init_hooks(hooks)
        if hooks:
            self.hooks = hooks
        if not hooks.has_inits:
            return
        options, client = self.options, self._client()
        base = options.server_url
        if base is None:
            base = chosen(self.config.servers, options.server_idx).url
        changed, other = hooks.init(base, client)
        new: dict[str, Any] = {}
        if changed != base:
            new["server_url"] = changed
        if other is not client:
            new["client"] = other
        self.options = options.replaced(**new)

    def call(
        self, operation: Operation[T], arguments: Mapping[str, Any], call: CallOptions
    ) -> T:
        """Call an operation; raises SDKError."""
        from .transport import drive, steps

        return drive(steps(self, operation, arguments, call), self._client())

    async def call_async(
        self, operation: Operation[T], arguments: Mapping[str, Any], call: CallOptions
    ) -> T:
        """Call an operation; raises SDKError."""
        from .transport import drive_async, steps

        flow = steps(self, operation, arguments, call)
        return await drive_async(flow, self._async_client())

    def call_async_open(
        self,
        operation: OpenOperation[Any, Opened],
        arguments: Mapping[str, Any],
        call: CallOptions,
    ) -> Awaitable[Opened]:
        """Call an operation whose result may hold a connection; raises SDKError."""
        return self.call_async(operation, arguments, call)

    def call_paged(
        self,
        operation: PagedOperation[T, Item],
        arguments: Mapping[str, Any],
        call: CallOptions,
    ) -> Page[T, Item]:
        """Call an operation that gives pages; raises SDKError."""
        from .paging import fetch
        from .turns import Turn

        return fetch(Turn(self, operation, arguments, call))

    async def call_async_paged(
        self,
        operation: PagedOperation[T, Item],
        arguments: Mapping[str, Any],
        call: CallOptions,
    ) -> AsyncPage[T, Item]:
        """Call an operation that gives pages; raises SDKError."""
        from .paging import fetch_async
        from .turns import Turn

        return await fetch_async(Turn(self, operation, arguments, call))

    def run(self, flow: Steps[T]) -> T:
        """Run the steps of a call."""
        from .transport import drive

        return drive(flow, self._client())

    async def run_async(self, flow: Steps[T]) -> T:
        """Run the steps of a call."""
        from .transport import drive_async

        return await drive_async(flow, self._async_client())

    def _keep_quiet(self) -> None:
        """Have the HTTP client's own log keep credentials to itself."""
        if not self._is_quiet:
            self._is_quiet = True
            places = {scheme.place for scheme in self.config.schemes.values()}
            if places & {"query", "cookie"}:
                from .logger import hide_credentials

                hide_credentials(self.config)

    def _client(self) -> HttpClient:
        self._keep_quiet()
        made = self.options.client or self._made.get("sync")
        if made is None:
            import httpx2

            from .network import bound

            new = httpx2.Client(cookies=_no_cookies())
            bound(new)
            _unmerged(new, httpx2.Request)
            made = self._made.setdefault("sync", new)  # another thread may be faster
            if made is not new:
                new.close()
        return made

    def _async_client(self) -> AsyncHttpClient:
        self._keep_quiet()
        if self.options.async_client is not None:
            return self.options.async_client
        from asyncio import get_running_loop
        from weakref import WeakKeyDictionary

        # The connections of a client belong to one event loop.
        clients = self._made.setdefault("async", WeakKeyDictionary())
        loop = get_running_loop()
        made: AsyncHttpClient | None = clients.get(loop)
        if made is None:
            import httpx2

            made = clients[loop] = httpx2.AsyncClient(cookies=_no_cookies())
            _unmerged(made, httpx2.Request)
        return made

    def close(self) -> None:
        """Close the HTTP client that was made here; one that was given stays open."""
        made = self._made.get("sync")
        if made is not None:
            made.close()

    async def aclose(self) -> None:
        """Close the HTTP clients that were made here; those given stay open."""
        from asyncio import get_running_loop

        self.close()
        made = self._made.get("async", {}).get(get_running_loop())
        if made is not None:
            await made.aclose()

    def __reduce__(self) -> NoReturn:
        raise TypeError("a client cannot be pickled: it holds credentials")

    def __del__(self) -> None:
        made = getattr(self, "_made", {})
        if "sync" in made:
            made["sync"].close()
        for loop, client in list(made.get("async", {}).items()):
            if loop.is_running():
                loop.call_soon_threadsafe(loop.create_task, client.aclose())


def _unmerged(client: Any, request: Any) -> None:
    # Ours says everything itself; merging nothing into it takes as long as making it.
    client.build_request = request


def _no_cookies() -> CookieJar:
    from http.cookiejar import CookieJar, DefaultCookiePolicy

    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


class Client:
    """Base of the root class: a context manager that closes what it made."""

    def __init__(self, config: Configuration, options: ClientOptions) -> None:
        self._core = Core(config, options)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._core.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._core.aclose()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def close(self) -> None:
        """Close the connections of sync calls."""
        self._core.close()

    async def aclose(self) -> None:
        """Close all connections."""
        await self._core.aclose()


class Group:
    """Base of the groups of operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"
