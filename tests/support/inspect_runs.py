"""One evaluation by Inspect. It is run in a process of its own: Inspect patches asyncio for good."""

import warnings
from collections.abc import Callable, Sequence
from typing import Any

__all__ = ["Bot", "run_in_process"]

Bot = Callable[[Sequence[dict[str, Any]]], str]


def run_in_process(logs: str, options: dict[str, Any], bot: Bot | None, url: str | None) -> str:
    """Play the task against a bot, or against the server at an address; returns where the log lies.

    Args:
        logs: The folder of the log.
        options: Options of the task.
        bot: What Inspect's mock model answers; without one the server is asked.
        url: The server's address up to ``/v1``.
    """
    warnings.filterwarnings("error", module=r"warmhandoff\..*")
    from inspect_ai import eval as run_eval  # noqa: PLC0415 - in that process only
    from inspect_ai.model import get_model  # noqa: PLC0415

    from warmhandoff.evaluation.chatbot.tasks import crisis_conversations  # noqa: PLC0415

    if bot is not None:
        model = get_model("mockllm/model", custom_outputs=_outputs(bot), memoize=False)
    else:
        model = get_model("openai-api/local/rules", base_url=url, api_key="none", memoize=False)
    (log,) = run_eval(crisis_conversations(**options), model=model, log_dir=logs, max_connections=1)
    if log.status != "success":
        raise RuntimeError(str(log.error))
    return str(log.location)


def _outputs(bot: Bot) -> Callable[..., Any]:
    from inspect_ai.model import ModelOutput, ModelUsage  # noqa: PLC0415

    def answer(messages: Sequence[Any], *_settings: object) -> ModelOutput:
        said = bot([{"role": message.role, "content": message.text} for message in messages])
        output = ModelOutput.from_content("mockllm/model", said)
        output.usage = ModelUsage(input_tokens=1, output_tokens=1, total_tokens=2)  # or it is counted online
        return output

    return answer
