"""The worst variant decides; a guard that fails has found nobody."""

from collections.abc import Callable

import pytest
from attrs import evolve

from warmhandoff.conversation import Conversation
from warmhandoff.evaluation.metrics.intervals import Proportion
from warmhandoff.evaluation.perturb import PERTURBATIONS, Family, families, robustness, suite
from warmhandoff.labels import LabelledConversation
from warmhandoff.referral.guard import FailSafeGuard, KeywordGuard
from warmhandoff.risk import RiskLevel
from warmhandoff.scenarios import generate, phrases

SUITE = suite(3, 170)
RISKY = tuple(item for item in generate(1, 60) if item.label.risky and not item.label.disputed)
CALM = tuple(item for item in generate(1, 60) if item.label.risk_accepted == (RiskLevel.NONE,))


def oracle(cases: tuple[Family, ...]) -> Callable[[Conversation], RiskLevel]:
    """Answers every case as it is labelled."""
    known = {case.conversation.turns: case.label.risk for f in cases for case in (f.base, *f.variants)}
    return lambda conversation: known[conversation.turns]


def family(base: LabelledConversation, *variants: LabelledConversation) -> Family:
    return Family(base, "mine", variants, tuple(f"variant {number}" for number in range(len(variants))))


def with_words(base: LabelledConversation, words: str) -> LabelledConversation:
    first, *rest = base.conversation.turns
    return evolve(base, conversation=evolve(base.conversation, turns=(evolve(first, content=words), *rest)))


def spots(word: str) -> Callable[[Conversation], RiskLevel]:
    """Finds whoever writes a word."""
    return lambda conversation: RiskLevel.HIGH if word in conversation.turns[0].content else RiskLevel.NONE


def test_an_oracle_holds_under_every_kind() -> None:
    found = robustness(oracle(SUITE), SUITE)
    assert [result.kind for result in found] == [perturbation.name for perturbation in PERTURBATIONS]
    assert [result.title for result in found] == [perturbation.title for perturbation in PERTURBATIONS]
    for result in found:
        assert result.found.value == result.left_alone.value == 1
        assert result.found.n > 30
        assert result.left_alone.n > 20
        assert result.worst_variant is None
        assert not result.examples


def test_a_word_list_collapses_under_misspelling() -> None:
    # The longest list there can be: every risky phrase of the bank, word for word.
    bank = phrases("public")
    slots = ("active", "intent", "preparing", "now_acting", "self_injury")
    guard = KeywordGuard(tuple(phrase for slot in slots for phrase in bank[slot]))
    cases = families(generate(3, 400), 3, ["misspelling", "distance"])
    misspelling, distance = robustness(guard, cases)
    assert misspelling.found.n > 20
    assert misspelling.found.high < 0.5
    assert distance.found.value == 1


def test_one_lost_variant_loses_the_family() -> None:
    base = with_words(RISKY[0], "help")
    kept, lost = with_words(base, "help me"), with_words(base, "hlep")
    (result,) = robustness(spots("help"), [family(base, kept, kept, kept, lost)])
    assert result.found == Proportion(0, 1)
    assert result.by_variant == tuple((f"variant {n}", Proportion(int(n < 3), 1)) for n in range(4))
    assert result.worst_variant == "variant 3"
    (example,) = result.examples
    assert (example.name, example.base.case, example.variant.case) == ("variant 3", base, lost)
    assert example.base.brought_in
    assert not example.variant.brought_in


def test_a_false_alarm_at_one_variant_loses_the_family_too() -> None:
    base, alarm = CALM[0], with_words(CALM[0], "help")
    (result,) = robustness(spots("help"), [family(base, base, alarm), family(CALM[1], CALM[1])])
    assert result.found == Proportion(0, 0)
    assert result.left_alone == Proportion(1, 2)


def test_what_was_wrong_before_counts_in_no_proportion() -> None:
    missed, alarm = with_words(RISKY[0], "hlep"), with_words(CALM[0], "help")
    (result,) = robustness(spots("help"), [family(missed, missed), family(alarm, alarm)])
    assert (result.found.n, result.left_alone.n, result.by_variant) == (0, 0, ())


def test_where_raters_accept_both_nothing_is_counted() -> None:
    label = evolve(RISKY[0].label, risk_accepted=(RiskLevel.LOW, RiskLevel.MODERATE))
    base = evolve(with_words(RISKY[0], "help"), label=label)
    (result,) = robustness(spots("help"), [family(base, base)])
    assert result.found.n == result.left_alone.n == 0


def brittle(conversation: Conversation) -> RiskLevel:
    """Finds everybody who writes in small letters, and raises at capitals."""
    if conversation.turns[0].content.isupper():
        raise UnicodeError("capitals")
    return RiskLevel.HIGH if "help" in conversation.turns[0].content else RiskLevel.NONE


@pytest.mark.parametrize("guard", [brittle, FailSafeGuard(brittle)])
def test_a_guard_that_raises_has_neither_found_nor_left_alone(guard: object) -> None:
    risky, calm = with_words(RISKY[0], "help"), with_words(CALM[0], "ok")
    cases = [
        family(item, with_words(item, item.conversation.turns[0].content.upper())) for item in (risky, calm)
    ]
    (result,) = robustness(guard, cases)
    assert result.found == Proportion(0, 1)
    assert result.left_alone == Proportion(0, 1)
    assert all(example.variant.failure for example in result.examples)


def test_three_examples_at_most_and_the_missed_come_first() -> None:
    risky = [with_words(item, "help") for item in RISKY[:3]]
    cases = [family(item, with_words(item, "help")) for item in CALM[:3]]
    cases += [family(item, with_words(item, "hlep")) for item in risky]
    (result,) = robustness(spots("help"), cases)
    assert [example.base.case for example in result.examples] == risky


def test_a_base_of_several_families_is_asked_about_once() -> None:
    asked: list[Conversation] = []

    def notes(conversation: Conversation) -> RiskLevel:
        asked.append(conversation)
        return RiskLevel.NONE

    robustness(notes, [family(CALM[0], CALM[1]), family(CALM[0], CALM[2])])
    assert len(asked) == 3


def test_progress_is_told_for_each_conversation() -> None:
    told: list[None] = []
    robustness(spots("help"), [family(CALM[0], CALM[1], CALM[2])], progress=lambda: told.append(None))
    assert len(told) == 3


def test_no_family_no_result() -> None:
    assert robustness(spots("help"), []) == ()
