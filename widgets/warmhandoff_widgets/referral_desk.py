"""ReferralDesk: build a referral policy without code, run it over a day, and keep it as policy.toml."""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar

import traitlets

from warmhandoff.conversation import Turn
from warmhandoff.datasets import conversations
from warmhandoff.errors import CourseError
from warmhandoff.files import replace_file
from warmhandoff.referral.policy import load_policy
from warmhandoff.referral.policy.template import check
from warmhandoff.referral.replies import ASK_PLACE, FAILURE_REPLY
from warmhandoff.referral.safety import SAFETY_SENTENCE
from warmhandoff.referral.signals import SEEN, Signal, affirmed_by, proposed_by, signals_in
from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.keywords import refuse_unknown
from warmhandoff_widgets.scenario import Scenario

__all__ = ["ReferralDesk"]

_NEEDS_PERSON = frozenset({"moderate", "high", "imminent"})


class ReferralDesk(Simulation):
    """The learner sets a referral policy by hand, runs it over a day, and answers for four what-ifs.

    Args:
        scenario: See `Simulation`.
        path: Where the button *Save policy.toml* writes, relative to the notebook. Default ``policy.toml``.
        actions: See `Simulation`.
        staff: People on the desk, who can each take one call at a time, 1 to 6. Default 2.
        closes: The hour at which the desk closes, 12 to 24; it opens at 9. Default 17.
        tolerance: How near a prediction must come, in people, 0 to 50. Default 2.

    The outcome holds ``prediction``; ``policy``, the text of the file, and ``complaint``, why it could not
    be used, or None; ``settings`` (``title``, ``to``, ``rows``, ``ignore``, ``extras``), ``staff``,
    ``closes``; ``answers`` to the what-ifs ``down``, ``place``, ``unsafe`` and ``declines``, and the
    ``events`` that happen today; ``decisions`` by conversation (``disposition``, ``urgency``, ``rule``,
    ``verdict``, ``state`` of the handoff, ``wait`` in minutes); ``counts`` of people: ``need``,
    ``reached``, ``missed``, ``missed_high`` (of these, HIGH or IMMINENT, for which nothing makes up),
    ``unreached`` (asked for, and nobody there in time) and ``unreached_high``, ``declined``, ``over``
    (over-referred), ``fine``, ``silent`` (missed, and without a signal), ``reached_at_night``, ``exposed``,
    and ``longest_wait`` in minutes; ``first``, the counts that the prediction was about; ``standing``,
    ``better``, ``worse`` or ``equal`` beside the policy that lay on the desk; ``opened``.
    """

    name = "referral_desk"
    lesson = "09-warm-handoff"
    SETTINGS: ClassVar[tuple[str, ...]] = ("staff", "closes", "tolerance")
    UNIQUE = MappingProxyType(
        {"rows": "key", "ignore": "key", "extras": "key", "what_ifs": "key", "day": "id"}
    )

    saved = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    """After a save: ``saved`` (whether), ``line`` (one sentence for the page) and ``number`` (tries so far).
    Default: None."""

    def __init__(
        self,
        scenario: Scenario | str | Path | None = None,
        *,
        path: str | Path = "policy.toml",
        actions: list[dict[str, Any]] | None = None,
        **settings: Any,
    ) -> None:
        """Prepare the day, and listen for the button."""
        known = {"scenario", "path", "actions", *self.SETTINGS}
        refuse_unknown(type(self).__name__, settings, known)
        self._path = Path(path).absolute()
        super().__init__(scenario, actions=actions, **settings)
        self.on_msg(self._received)

    def _received(self, _widget: object, content: object, _buffers: object) -> None:
        if isinstance(content, dict) and content.get("type") == "save":
            self.save(content.get("policy"))

    def save(self, policy: object = None) -> None:
        """Write the policy when `load_policy` finds it whole, and tell the page so in ``saved``.

        A file that cannot be used is not written, and one that was there stays as it was.

        Args:
            policy: The text of the file. Default: that of the outcome.
        """
        number = (self.saved or {}).get("number", 0) + 1
        text = self.outcome.get("policy") if policy is None else policy
        try:
            _keep(text, self._path)
        except CourseError as error:
            self.saved = {"saved": False, "line": f"Not saved: {error}", "number": number}
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            line = f"Not saved: {self._path} cannot be written ({why}); choose another path."
            self.saved = {"saved": False, "line": line, "number": number}
        else:
            line = f"Saved in {self._path}. PolicyGuard can read it; that is no clearance to use it."
            self.saved = {"saved": True, "line": line, "number": number}

    @classmethod
    def prepare(cls, scenario: Scenario) -> Scenario:
        """Put in the day's conversations with their signals, and the sentences that the toolkit says."""
        known = {record["id"]: record for record in _of_the_course({each["id"] for each in scenario["day"]})}
        known |= {record["id"]: record for record in scenario.get("conversations", ())}
        found = [known[each["id"]] for each in scenario["day"] if each["id"] in known]
        return {
            **scenario,
            "conversations": [{**record, "signals": _signals(record["messages"])} for record in found],
            "what_ifs": [_with_sentences(what_if) for what_if in scenario["what_ifs"]],
            "safety": SAFETY_SENTENCE,
            "failure_reply": FAILURE_REPLY,
        }

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """Everybody of the day is known once and comes in order, and the words make a policy."""
        return next(_complaints(scenario), None) or super().complaint(scenario)


def _keep(text: object, path: Path) -> None:
    """Write a policy that can be used.

    Raises:
        CourseError: there is none, or `load_policy` finds a fault.
        OSError, ValueError: the path cannot be written to.
    """
    if not isinstance(text, str) or not text:
        raise CourseError("there is no policy yet; show the widget and save again.")
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "policy.toml"
        # Half a character, which a page can send, becomes a question mark.
        draft.write_text(text, "utf-8", errors="replace")
        load_policy(draft)
        replace_file(path, draft.read_bytes())


def _of_the_course(ids: set[str]) -> Iterator[dict[str, Any]]:
    for item in conversations():
        conversation, label = item.conversation, item.label
        if conversation.id in ids:
            yield {
                "id": conversation.id,
                "messages": [{"role": turn.role, "content": turn.content} for turn in conversation.turns],
                "age_band": conversation.context.age_band,
                "risk": label.risk.name.lower(),
                "accepted": [disposition.name.lower() for disposition in label.disposition_accepted],
                "urgency": label.urgency.name.lower(),
                "rationale": label.rationale,
            }


def _signals(messages: Iterable[dict[str, str]]) -> list[dict[str, Any]]:
    """What a policy's rules look at, turn by turn, a yes to the bot's question included."""
    found: list[dict[str, Any]] = []
    proposed: tuple[Signal, ...] = ()
    for number, message in enumerate(messages):
        turn = Turn(role=message["role"], content=message["content"])  # type: ignore[arg-type]
        if turn.role == "user":
            heard = (*signals_in(turn.content), *affirmed_by(turn.content, proposed))
            found += [_plain(number, signal) for signal in heard]
        else:
            proposed = proposed_by(turn.content)
    return found


def _plain(turn: int, signal: Signal) -> dict[str, Any]:
    return {
        "turn": turn,
        "domain": signal.domain.value,
        "level": signal.level.name.lower(),
        "risk": signal.risk.name.lower(),
        "start": signal.start,
        "end": signal.end,
        "ways": [phenomenon.value for phenomenon in SEEN if signal.shows(phenomenon)],
    }


def _with_sentences(what_if: dict[str, Any]) -> dict[str, Any]:
    sentences = {"{failure_reply}": FAILURE_REPLY, "{ask_place}": ASK_PLACE, "{safety}": SAFETY_SENTENCE}
    options = [
        {**option, "reads": sentences.get(option["reads"], option["reads"])} if "reads" in option else option
        for option in what_if["options"]
    ]
    return {**what_if, "options": options}


def _complaints(scenario: Scenario) -> Iterator[str]:
    day, found = scenario["day"], {record["id"]: record for record in scenario["conversations"]}
    for number, each in enumerate(day):
        if each["id"] not in found:
            yield f"day[{number}].id is {each['id']!r}, no conversation of the course; mend it."
    if [each["at"] for each in day] != sorted(each["at"] for each in day):
        yield "day is not in order of arrival; sort it by at."
    need = sum(record["risk"] in _NEEDS_PERSON for record in found.values())
    if (most := scenario["prediction"]["max"]) != need:
        yield f"prediction.max is {most} and {need} of the day need a person; write {need}."
    yield from _words(scenario)


def _words(scenario: Scenario) -> Iterator[str]:
    """What would make a policy that cannot be read."""
    names = [entry["name"] for part in ("rows", "extras") for entry in scenario[part]]
    if len(set(names)) < len(names):
        yield "rows and extras hold a name twice; a rule's name is its own."
    replies = scenario["replies"]
    for about in ("suicide", "somebody_else", "other"):
        for kind, reply in replies[about].items():
            asks = about == "suicide" and kind != "emergency"
            for fault in check(reply, asks=asks):
                yield f"replies.{about}.{kind}: {fault}"
    for fault in check(replies["young"], asks=False):
        yield f"replies.young: {fault}"
