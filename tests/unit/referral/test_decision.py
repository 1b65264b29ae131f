"""A decision that makes no sense cannot be built."""

import pytest

from warmhandoff.referral.decision import Reason, ReferralDecision
from warmhandoff.risk import Disposition, RiskLevel, Urgency, default_response

DEFAULT = (Reason("default"),)


def test_a_decision_has_a_reason() -> None:
    with pytest.raises(ValueError, match="reasons"):
        ReferralDecision(RiskLevel.NONE, Disposition.CONTINUE, Urgency.ROUTINE, ())


def test_an_emergency_cannot_wait() -> None:
    with pytest.raises(ValueError, match="EMERGENCY has the urgency NOW"):
        ReferralDecision(RiskLevel.HIGH, Disposition.EMERGENCY, Urgency.DAYS, DEFAULT)


def test_a_number_is_no_level() -> None:
    with pytest.raises(TypeError, match="risk"):
        ReferralDecision(3, Disposition.WARM_HANDOFF, Urgency.NOW, DEFAULT)  # type: ignore[arg-type]


def test_unasked_names_what_an_interviewer_asks() -> None:
    with pytest.raises(ValueError, match="weather"):
        ReferralDecision(
            RiskLevel.LOW, Disposition.OFFER_SUPPORT, Urgency.DAYS, DEFAULT, unasked=("weather",)
        )


@pytest.mark.parametrize(
    ("span", "mend"),
    [((None, 1, 2), "name the turn"), ((0, 2, 1), "run forward"), ((0, 1, None), "give both")],
)
def test_a_span_lies_in_a_turn_and_runs_forward(span: tuple[int | None, ...], mend: str) -> None:
    turn, start, end = span
    with pytest.raises(ValueError, match=mend):
        Reason("rule", None, turn, start, end)


def test_more_risk_never_means_less_response() -> None:
    responses = [default_response(level) for level in RiskLevel]
    assert responses == sorted(responses)
