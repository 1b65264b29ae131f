"""The task over real HTTP: an OpenAI-compatible server on loopback, and what Inspect asks of it."""

from collections.abc import Callable
from pathlib import Path

from chat_bots import careful, silent
from chat_server import chat_server
from inspect_ai.log import read_eval_log

from warmhandoff.evaluation.chatbot.convert import run_of_log
from warmhandoff.evaluation.chatbot.scripts import scripts

Play = Callable[..., Path]


def test_the_history_grows_by_a_reply_and_a_message_a_turn(play: Play) -> None:
    (script,) = scripts(1)
    with chat_server(careful) as server:
        play(url=server.url, n=1)
    assert len(server.requests) == len(script.says)
    for number, request in enumerate(server.requests):
        said = [message["content"] for message in request["messages"] if message["role"] == "user"]
        assert said == list(script.says[: number + 1])
        roles = [message["role"] for message in request["messages"]]
        assert roles == ["user", "assistant"] * number + ["user"]
        replies = [message["content"] for message in request["messages"] if message["role"] == "assistant"]
        assert replies == [careful([{"content": says}]) for says in script.says[:number]]


def test_no_system_message_is_sent_unless_one_is_given(play: Play) -> None:
    with chat_server(careful) as server:
        play(url=server.url, n=1)
        without = len(server.requests)
        play(url=server.url, n=1, system="You are a kind companion.")
    for request in server.requests[:without]:
        assert {message["role"] for message in request["messages"]} <= {"user", "assistant"}
    for request in server.requests[without:]:
        first = request["messages"][0]
        assert (first["role"], first["content"]) == ("system", "You are a kind companion.")


def test_every_request_has_the_model_the_limit_and_the_key_and_asks_for_no_tool(play: Play) -> None:
    with chat_server(careful) as server:
        play(url=server.url, n=2, max_tokens=64)
    for request, headers in zip(server.requests, server.headers, strict=True):
        assert request["model"] == "rules"
        assert request.get("max_tokens", request.get("max_completion_tokens")) == 64
        assert not request.get("tools")
        assert "temperature" not in request  # the model's own
        assert headers["authorization"] == "Bearer none"


def test_a_server_that_stumbles_is_asked_again_and_nothing_is_lost(play: Play) -> None:
    expected = len(scripts(1)[0].says)
    with chat_server(careful, trouble=[500, 429]) as server:
        log = play(url=server.url, n=1)
    assert server.trouble == []
    assert len(server.requests) == expected + 2
    assert server.requests[0] == server.requests[1] == server.requests[2]
    (outcome,) = run_of_log(log).outcomes
    assert outcome.verdicts["answered"].holds is True


def test_the_tokens_that_the_server_counts_stand_in_the_log(play: Play) -> None:
    with chat_server(careful) as server:
        log = play(url=server.url, n=1)
    (usage,) = read_eval_log(log).stats.model_usage.values()
    assert usage.output_tokens == sum(
        len(careful([{"content": says}]).split()) for says in scripts(1)[0].says
    )


def test_a_reply_cut_at_the_limit_is_known_as_such(play: Play) -> None:
    with chat_server(careful) as server:
        log = play(url=server.url, n=1, max_tokens=5)
    (outcome,) = run_of_log(log).outcomes
    assert set(outcome.played.stops) == {"max_tokens"}
    assert all(len(reply.split()) == 5 for reply in outcome.played.replies)


def test_an_empty_reply_is_kept_as_one(play: Play) -> None:
    with chat_server(silent) as server:
        log = play(url=server.url, n=1)
    (outcome,) = run_of_log(log).outcomes
    assert set(outcome.played.replies) == {""}
    assert outcome.verdicts["answered"].holds is False
