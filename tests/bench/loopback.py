"""A server on loopback that gives one small JSON answer to every request; prints its port."""

from __future__ import annotations

import re
import socket
import threading

BODY = b'{"id":"modr-1","model":"m","results":[]}'
ANSWER = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%s" % (
    len(BODY),
    BODY,
)
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


def serve(connection: socket.socket) -> None:
    """Answer until the client closes."""
    data = b""
    while True:
        head, end, body = data.partition(b"\r\n\r\n")
        length = LENGTH.search(head)
        if not end or len(body) < (size := int(length[1]) if length else 0):
            more = connection.recv(65536)
            if not more:
                return
            data += more
            continue
        data = body[size:]
        connection.sendall(ANSWER)


def main() -> None:
    """Accept connections for ever."""
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    while True:
        connection, _ = listener.accept()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=serve, args=(connection,), daemon=True).start()


if __name__ == "__main__":
    main()
