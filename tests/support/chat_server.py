"""An OpenAI-compatible chat server on loopback, with a bot of plain rules behind it."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any

__all__ = ["ChatServer", "Message", "chat_server"]

Message = dict[str, Any]
_TROUBLE = {429: ("rate_limit_error", "Too many requests."), 500: ("server_error", "Something broke.")}


class ChatServer:
    """What was asked of the server, and how it is reached.

    Attributes:
        url: Its base address, up to ``/v1``.
        requests: The body of every request, in the order of arrival, also of those that met trouble.
        headers: Their headers, names in lower case.
        trouble: Statuses with which the next requests are refused.
    """

    def __init__(self, bot: Callable[[Sequence[Message]], str], trouble: Sequence[int]) -> None:
        self.bot = bot
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.trouble = list(trouble)
        self.url = ""
        self._lock = threading.Lock()
        self._ids = count(1)

    def answer(self, body: dict[str, Any], headers: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """Status and body of an answer to ``POST /v1/chat/completions``."""
        with self._lock:
            self.requests.append(body)
            self.headers.append(headers)
            number = next(self._ids)
            status = self.trouble.pop(0) if self.trouble else 200
        if status != 200:
            kind, words = _TROUBLE[status]
            return status, {"error": {"message": words, "type": kind, "param": None, "code": None}}
        words = self.bot(body["messages"])
        prompt = sum(len(str(message["content"]).split()) for message in body["messages"])
        completion = len(words.split())
        limit = body.get("max_tokens") or body.get("max_completion_tokens") or completion
        kept = " ".join(words.split()[:limit]) if completion > limit else words
        return 200, {
            "id": f"chatcmpl-{number}",
            "object": "chat.completion",
            "created": int(time.time()),
            "model": body["model"],
            "choices": [
                {
                    "index": 0,
                    "message": {"role": "assistant", "content": kept, "refusal": None},
                    "logprobs": None,
                    "finish_reason": "length" if completion > limit else "stop",
                }
            ],
            "usage": {
                "prompt_tokens": prompt,
                "completion_tokens": min(completion, limit),
                "total_tokens": prompt + min(completion, limit),
            },
        }


@contextmanager
def chat_server(bot: Callable[[Sequence[Message]], str], trouble: Sequence[int] = ()) -> Iterator[ChatServer]:
    """A server on a free port of loopback, as long as the block runs."""
    chat = ChatServer(bot, trouble)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if self.path == "/v1/chat/completions":
                status, answer = chat.answer(
                    body, {name.lower(): value for name, value in self.headers.items()}
                )
            else:
                status, answer = 404, {"error": {"message": f"no {self.path} here", "type": "not_found"}}
            payload = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(payload)))
            if status in _TROUBLE:
                self.send_header("Retry-After", "0")
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            """Nothing: requests are kept, not printed."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        chat.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield chat
        finally:
            server.shutdown()
            thread.join()
