"""AgreementSpiral: what no schema can say about its story."""

from typing import Any

import pytest

from warmhandoff_widgets.agreement_spiral import AgreementSpiral
from warmhandoff_widgets.scenario import ScenarioError, read


def written() -> dict[str, Any]:
    """The course's scenario."""
    scenario, _where = read("agreement_spiral")
    return scenario


def test_what_a_course_may_change_are_keywords() -> None:
    """And nothing else is."""
    spiral = AgreementSpiral(agreeableness=10, what_if=90, telling="two", seed=1)
    chosen = [spiral.scenario[key] for key in AgreementSpiral.SETTINGS]
    assert chosen == [10, 90, "two", 1]
    with pytest.raises(TypeError, match="agreeableness"):
        AgreementSpiral(agreeable=10)


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [({"agreeableness": 101}, "agreeableness"), ({"telling": "three"}, "telling")],
)
def test_a_setting_out_of_range_is_refused(settings: dict[str, Any], sentence: str) -> None:
    """File, field and mend in one sentence."""
    with pytest.raises(ScenarioError, match=sentence):
        AgreementSpiral(**settings)


def test_a_story_that_cannot_be_played_is_refused() -> None:
    """Each with the field that has to be mended."""
    scenario = written()
    topics, tellings = scenario["topics"], scenario["tellings"]
    broken: dict[str, dict[str, Any]] = {
        "topics holds the id .* twice": {"topics": [*topics[:7], {**topics[7], "id": topics[0]["id"]}]},
        "tellings holds a key twice": {"tellings": [tellings[0], {**tellings[1], "key": "one"}]},
        "different number of sentences in side": {
            "tellings": [tellings[0], {**tellings[1], "side": ["One."]}]
        },
        "replies.balanced_from lies above": {"replies": {**scenario["replies"], "balanced_from": 70}},
        "offers.doubting_below lies above": {"offers": {**scenario["offers"], "doubting_below": 90}},
    }
    for sentence, change in broken.items():
        with pytest.raises(ScenarioError, match=sentence):
            AgreementSpiral({**scenario, **change})
