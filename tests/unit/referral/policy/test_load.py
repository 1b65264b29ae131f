"""Whatever is wrong in a policy's file is told at once: file, line, rule and mend."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.labels import Phenomenon
from warmhandoff.referral.policy import Hours, Policy, PolicyError, Rule, Then, When, load_policy
from warmhandoff.referral.policy.load import examine
from warmhandoff.risk import Disposition, Domain, RiskLevel, Urgency

WHOLE = """\
[policy]
name = "night-shift"
title = "What we do at night"
summary = "For a test."

[hours]
time_zone = "Europe/London"
open = ["mon-fri 09:00-17:00"]

[[rule]]
name = "at once"
[rule.when]
domains = ["suicide"]
level = "imminent"
without = ["negation"]
[rule.then]
disposition = "emergency"
urgency = "now"
reply = "Where are you? {ask_place}"

[[rule]]
name = "plan at night"
[rule.when]
domains = ["suicide", "self_harm"]
level = "high"
turns = 2
with = ["third_person"]
places = ["GB", "IE"]
age_bands = ["13-17"]
staffed = false
visit = 2
[rule.then]
disposition = "warm_handoff"
urgency = "now"
ask = ["intent", "plan"]
reply = \"\"\"
I would rather ask than guess: {questions}
I am a program.\"\"\"
to = "the clinician on call"

[default]
disposition = "continue"
urgency = "routine"

[fail_safe]
disposition = "warm_handoff"
urgency = "now"
reply = "Something failed on our side."
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.toml"


def told(file: Path, text: str) -> list[str]:
    file.write_text(text, "utf-8")
    with pytest.raises(PolicyError) as raised:
        load_policy(file)
    return str(raised.value).split("\n")


def test_a_whole_file_is_the_policy_it_says(file: Path) -> None:
    file.write_text(WHOLE, "utf-8")
    assert load_policy(file) == Policy(
        name="night-shift",
        title="What we do at night",
        summary="For a test.",
        hours=Hours("Europe/London", ("mon-fri 09:00-17:00",)),
        rules=(
            Rule(
                "at once",
                When(domains=(Domain.SUICIDE,), level=RiskLevel.IMMINENT, absent=(Phenomenon.NEGATION,)),
                Then(Disposition.EMERGENCY, Urgency.NOW, reply="Where are you? {ask_place}"),
            ),
            Rule(
                "plan at night",
                When(
                    domains=(Domain.SUICIDE, Domain.SELF_HARM),
                    level=RiskLevel.HIGH,
                    present=(Phenomenon.THIRD_PERSON,),
                    turns=2,
                    places=("GB", "IE"),
                    age_bands=("13-17",),
                    staffed=False,
                    visit=2,
                ),
                Then(
                    Disposition.WARM_HANDOFF,
                    Urgency.NOW,
                    ("intent", "plan"),
                    "I would rather ask than guess: {questions}\nI am a program.",
                    "the clinician on call",
                ),
            ),
        ),
        default=Then(Disposition.CONTINUE, Urgency.ROUTINE),
        fail_safe=Then(Disposition.WARM_HANDOFF, Urgency.NOW, reply="Something failed on our side."),
    )


def test_an_editor_s_byte_order_mark_and_line_ends_do_no_harm(file: Path) -> None:
    file.write_text(WHOLE.replace("\n", "\r\n"), "utf-8-sig", newline="")
    assert (
        load_policy(file).rules[1].then.reply == "I would rather ask than guess: {questions}\nI am a program."
    )


RULES = {"at once": 10, "plan at night": 21}
"""The lines on which they begin."""

WRONG = [
    # In a rule: what stands there, what is written instead, and the mend.
    ("at once", 'level = "imminent"', 'levle = "imminent"', "nothing reads the key 'levle'; write 'level'"),
    (
        "at once",
        '["suicide"]',
        '["suicid"]',
        "'domains' has 'suicid', which is none; use one of suicide, self_h",
    ),
    (
        "at once",
        '["suicide"]',
        '"suicide"',
        "'domains' is 'suicide'; write a list in brackets, such as [\"suicid",
    ),
    ("at once", '["suicide"]', "[]", "'domains' is empty; name at least one, or leave it out"),
    (
        "at once",
        '"imminent"',
        '"extreme"',
        "'level' has 'extreme', which is none; use one of low, moderate, hig",
    ),
    ("at once", '"imminent"', '"none"', "'level' has 'none', which is none; use one of low, moderate"),
    ("at once", '"imminent"', "4", "'level' is 4; write one of low, moderate, high, imminent"),
    (
        "at once",
        '["negation"]',
        '["joking"]',
        "'joking', which no single turn can show; use one of negation, pas",
    ),
    ("at once", '["negation"]', '["denial"]', "'denial', which is none; use one of negation, past_resolved"),
    (
        "at once",
        '"emergency"',
        '"ambulance"',
        "has 'ambulance', which is none; use one of continue, offer_support",
    ),
    (
        "at once",
        'urgency = "now"',
        'urgency = "days"',
        "an emergency cannot wait and 'urgency' is 'days'; write",
    ),
    (
        "at once",
        'urgency = "now"\n',
        "",
        "'urgency' is missing; add urgency, one of routine, days, today, now",
    ),
    ("at once", "{ask_place}", "{ask_palce}", "holds {ask_palce}, which nothing fills; write {ask_place}"),
    ("at once", "{ask_place}", "{questions}", "'ask' names no topic"),
    ("at once", "[rule.then]", "[rule.than]", "'then' is missing; add [rule.then]"),
    ("at once", "[rule.then]", "[rule.than]", "nothing reads the key 'than'; write 'then'"),
    ("plan at night", "turns = 2", "turns = 0", "'turns' is 0; write a whole number from 1"),
    ("plan at night", "turns = 2", "turns = true", "'turns' is true; write a whole number from 1"),
    ("plan at night", "visit = 2", "visit = -1", "'visit' is -1; write a whole number from 1"),
    ("plan at night", '"IE"', '"Ireland"', "'places' has 'Ireland', which is none; write ISO 3166 codes"),
    ("plan at night", '"IE"', "7", "'places' has '7', which is none"),
    (
        "plan at night",
        '"13-17"',
        '"teen"',
        "'age_bands' has 'teen', which is none; use one of under-13, 13-17",
    ),
    ("plan at night", "staffed = false", 'staffed = "no"', "'staffed' is 'no'; write true or false"),
    ("plan at night", "{questions}", "", "write {questions} where they belong"),
    ("plan at night", '"plan"]', '"name"]', "'ask' has 'name', which is none; use one of intent, plan, time"),
    ("plan at night", '"the clinician on call"', '" "', "'to' is empty"),
]


@pytest.mark.parametrize(("name", "there", "instead", "mend"), WRONG)
def test_a_fault_names_file_line_rule_and_mend(
    file: Path, name: str, there: str, instead: str, mend: str
) -> None:
    place = WHOLE.index(f'name = "{name}"')
    text = WHOLE[:place] + WHOLE[place:].replace(there, instead, 1)
    found = told(file, text)
    assert any(
        line.startswith(f"mine.toml, line {RULES[name]}, rule '{name}': ") and mend in line for line in found
    ), found


@pytest.mark.parametrize(
    ("there", "instead", "line"),
    [
        ("[policy]", "[polciy]", "mine.toml: nothing reads the key 'polciy'; write 'policy'."),
        ("[policy]", "[polciy]", "mine.toml: 'policy' is missing; add [policy]."),
        (
            '"night-shift"',
            '"Night shift!"',
            "mine.toml, line 1, [policy]: the name 'Night shift!' has more than",
        ),
        (
            'title = "What we do at night"',
            "",
            "mine.toml, line 1, [policy]: 'title' is missing; add title = ",
        ),
        (
            "Europe/London",
            "Europe/Lodnon",
            "mine.toml, line 6, [hours]: there is no time zone 'Europe/Lodnon';",
        ),
        ("mon-fri 09", "mon-fry 09", "mine.toml, line 6, [hours]: 'mon-fry 09:00-17:00' has the day 'fry'"),
        ("09:00-17:00", "9-5", "mine.toml, line 6, [hours]: 'mon-fri 9-5' is no shift"),
        ('open = ["mon-fri 09:00-17:00"]', "", "mine.toml, line 6, [hours]: 'open' is missing; add open ="),
        ("[default]", "[defualt]", "mine.toml: 'default' is missing; add [default]."),
        ("[fail_safe]", "[other]", "mine.toml: 'fail_safe' is missing; add [fail_safe]."),
        ('"routine"', '"later"', "mine.toml, line 41, [default]: 'urgency' has 'later', which is none;"),
        (
            '[fail_safe]\ndisposition = "warm_handoff"',
            '[fail_safe]\ndisposition = "offer_support"',
            "mine.toml, line 45, [fail_safe]: a failure must bring in a person and",
        ),
        ('name = "at once"', "", "mine.toml, line 10, rule 1: 'name' is missing; add name ="),
        ('name = "at once"', "name = 3", "mine.toml, line 10, rule 1: 'name' is 3; write text"),
        (
            '"at once"',
            '"default"',
            "mine.toml, line 10, rule 'default': the name 'default' stands for something",
        ),
        (
            '"at once"',
            '"fail_safe:x"',
            "mine.toml, line 10, rule 'fail_safe:x': the name 'fail_safe:x' stands for",
        ),
        ("[[rule]]\n", "[[rule]\n", "mine.toml: not TOML ("),
    ],
)
def test_a_fault_elsewhere_names_its_table(file: Path, there: str, instead: str, line: str) -> None:
    found = told(file, WHOLE.replace(there, instead, 1))
    assert any(each.startswith(line) for each in found), found


def test_hours_that_are_asked_about_must_be_there(file: Path) -> None:
    text = WHOLE.replace("[hours]", "").replace('time_zone = "Europe/London"', "")
    found = told(file, text.replace('open = ["mon-fri 09:00-17:00"]', ""))
    place = "mine.toml, line 21, rule 'plan at night'"
    assert found == [f"{place}: 'staffed' asks about hours and there are none; add [hours] to the policy."]


def test_a_rule_without_conditions_is_the_default(file: Path) -> None:
    found = told(file, '[[rule]]\nname = "a"\n[rule.when]\n[rule.then]\n')
    assert any(
        "it holds always; give it a condition, or put its answer in [default]" in line for line in found
    )


def test_what_is_asked_of_a_signal_needs_one(file: Path) -> None:
    text = WHOLE.replace('domains = ["suicide", "self_harm"]\nlevel = "high"\n', "")
    found = told(file, text)
    assert [line.split(": ")[1].split(" ")[0] for line in found] == ["'with'", "'turns'"]


def test_all_faults_are_told_not_only_the_first(file: Path) -> None:
    text = WHOLE
    for there, instead in [
        ('"imminent"', '"dire"'),
        ("turns = 2", "turns = 0"),
        ('"IE"', '"Eire"'),
        ("Europe/London", "Mars"),
        ('"routine"', '"later"'),
        ("[fail_safe]", "[failsafe]"),
    ]:
        text = text.replace(there, instead)
    found = told(file, text)
    assert len(found) == 7
    assert all(line.startswith("mine.toml") and line.endswith(".") for line in found)


def test_rules_are_reviewed_even_where_another_part_is_broken(file: Path) -> None:
    doubled = WHOLE[WHOLE.index("[[rule]]") : WHOLE.rindex("[[rule]]")]
    text = WHOLE.replace("[default]", f"{doubled}\n[default]").replace('"routine"', '"later"')
    found = told(file, text)
    assert any("2 rules have this name" in line for line in found), found
    assert any("[default]: 'urgency' has 'later'" in line for line in found), found


@pytest.mark.parametrize(
    ("content", "mend"),
    [
        (b"", "'policy' is missing"),
        (b"rule = 3", "there are no rules; write each as [[rule]]"),
        (b"rule = []", "there are no rules"),
        (b"rule = [3]", "there are no rules"),
        (b"rule = [{}]", "rule 1: 'name' is missing"),
        (b"\xff\xfe\x00", "not UTF-8 text; save it as UTF-8"),
        (b"a = \x00", "not TOML"),
        (b"x = " + b"[" * 50_000, "lie too deep in each other"),
        (b"x = " + b"9" * 5_000, "not TOML (Exceeds the limit"),
        (b"# " + b"x" * (1 << 20), "longer than a megabyte"),
        (b"[[rule]]\n" * 50_000, "there are 50000 rules and nobody can review that many"),
        (b"[policy]\nname = " + b"'" + b"x" * 500_000 + b"'", "'title' is missing"),
        (b"[hours]\nopen = [" + b"'x'," * 1000 + b"]", "'x' is no shift"),
        (b"[hours]\nopen = 1979-05-27\ntime_zone = 1.5", "'time_zone' is 1.5; write text"),
        (b"[[rule]]\nname = 'a'\nwhen = 1\nthen = []", "'when' is 1; write a table, [rule.when]"),
        (b"[[rule]]\nname = 'a'\n[rule.then]\nask = 5\nreply = 5", "'ask' is 5; write a list"),
        (b"[[rule]]\nname = 'a'\n[rule.when]\nplaces = [[1], {}, inf]", "'places' has"),
    ],
)
def test_a_hostile_file_is_sentences(file: Path, content: bytes, mend: str) -> None:
    file.write_bytes(content)
    with pytest.raises(PolicyError) as raised:
        load_policy(file)
    lines = str(raised.value).split("\n")
    assert any(mend in line for line in lines), lines[:5]
    assert all(line.startswith("mine.toml") and len(line) < 400 for line in lines)


@given(st.text(max_size=60))
def test_any_text_after_a_policy_is_read_or_refused_in_sentences(tail: str) -> None:
    try:
        plain = tomllib.loads(WHOLE + tail)
    except tomllib.TOMLDecodeError:
        return
    policy, faults = examine(plain, WHOLE + tail)
    assert (policy is None) == bool(faults)


@pytest.mark.parametrize(("name", "mend"), [("gone.toml", "check the path"), (".", "cannot be opened")])
def test_what_cannot_be_opened_is_one_sentence(tmp_path: Path, name: str, mend: str) -> None:
    with pytest.raises(PolicyError, match=mend):
        load_policy(tmp_path / name)


def test_a_header_in_a_reply_misleads_nobody(file: Path) -> None:
    text = WHOLE.replace("I am a program.", "[[rule]]\nI am a program.").replace("turns = 2", "turns = 0")
    assert told(file, text) == ["mine.toml, rule 'plan at night': 'turns' is 0; write a whole number from 1."]


KEYS = (
    *(
        "policy",
        "hours",
        "rule",
        "default",
        "fail_safe",
        "name",
        "title",
        "when",
        "then",
        "time_zone",
        "open",
    ),
    *("domains", "level", "with", "without", "turns", "places", "age_bands", "staffed", "visit"),
    *("disposition", "urgency", "ask", "reply", "to"),
)
WORDS = ("suicide", "low", "negation", "GB", "13-17", "continue", "now", "intent", "{questions}", "UTC", "")
plain = st.recursive(
    st.sampled_from(WORDS) | st.integers() | st.booleans() | st.floats() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=30,
)


@given(st.dictionaries(st.sampled_from(KEYS), plain, max_size=6), st.text())
def test_any_tables_are_a_policy_or_faults(tables: dict[str, Any], text: str) -> None:
    policy, faults = examine(tables, text)
    assert (policy is None) == bool(faults)
    assert all("\n" not in str(fault) for fault in faults)
