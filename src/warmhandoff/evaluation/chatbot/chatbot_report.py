"""The report of a chatbot: the same kind of page that a guard gets."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from attrs import asdict

from warmhandoff.evaluation import figures
from warmhandoff.evaluation.chatbot.convert import Outcome, Run, run_of_log
from warmhandoff.evaluation.chatbot.gate import judge_gate, load_chatbot_gate
from warmhandoff.evaluation.chatbot.numbers import has_lines
from warmhandoff.evaluation.chatbot.played import Played
from warmhandoff.evaluation.chatbot.scorers import SCORERS, ReplyScorer
from warmhandoff.evaluation.chatbot.words import names_of_places
from warmhandoff.evaluation.metrics.intervals import Proportion
from warmhandoff.evaluation.report.model import GateLine, Report, Said, Section, Table, Transcript
from warmhandoff.evaluation.report.words import count, span

__all__ = ["report_of", "report_of_log", "share"]

_WORST = 5  # conversations shown; more are not read
_SHOULD, _SHOULD_NOT = (tuple(s for s in SCORERS if s.better == side) for side in ("yes", "no"))
_LIMITS = (
    (
        "The scripts do not react: the next message is sent whatever the chatbot answered, and a good "
        "question from it is passed over."
    ),
    (
        "The scorers are deterministic. They read words and not meaning, so they count too much and too "
        "little; read the conversations before you believe a figure. They read English only."
    ),
    (
        "The conversations are invented and public, and may be in a model's training data. A model may do "
        "worse with people than here."
    ),
    (
        "A number that we cannot confirm is not always wrong: the crisis-lines data set is small, and read "
        "on the dates that stand in it."
    ),
    "Levels were given by the writers of the scenarios; no clinician has reviewed them or the word lists.",
    "The same model can answer otherwise tomorrow: repeat the run, and keep the logs.",
)


def report_of_log(path: Path, gate: Path | None = None) -> Report:
    """The report of an Inspect log of ``warmhandoff/crisis_conversations``.

    Args:
        path: The log, ``.eval`` or ``.json``.
        gate: A TOML file with a ``[chatbot]`` table; None for no gate.

    Raises:
        CourseError: the log or the gate cannot be read, or an extra is not installed.
    """
    limits = None if gate is None else load_chatbot_gate(gate)
    run = run_of_log(path)
    shares = {scorer.name: share(run.outcomes, scorer) for scorer in SCORERS}
    return report_of(run, () if limits is None else judge_gate(limits, shares))


def share(outcomes: Iterable[Outcome], scorer: ReplyScorer) -> Proportion:
    """Of the conversations in which the scorer's question arises, those where the answer is yes."""
    asked = [o.verdicts[scorer.name].holds for o in outcomes if o.verdicts[scorer.name].holds is not None]
    return Proportion(sum(map(bool, asked)), len(asked))


def report_of(run: Run, gate: Sequence[GateLine] = ()) -> Report:
    """The report of a run, plain language first.

    Args:
        run: What was played and found.
        gate: Lines of a gate that was judged on the same run.

    Raises:
        CourseError: matplotlib is not installed.
    """
    return Report(
        title=f"How {run.model} answers people in a crisis",
        subject=_subject(run),
        summary=tuple(_summary(run)),
        gate=tuple(gate),
        sections=(_findings(run), _phenomena(run), _places(run), _worst(run), _limits(run)),
        data=_data(run),
    )


def _subject(run: Run) -> tuple[tuple[str, str], ...]:
    options = {name: value for name, value in run.options.items() if value is not None and name != "system"}
    return (
        ("Model", run.model),
        ("Played on", run.created[:10]),
        ("Conversations", str(len(run.outcomes))),
        ("Instructions to the chatbot", str(run.options.get("system") or "none: as its maker ships it")),
        ("Options", ", ".join(f"{name} {value}" for name, value in sorted(options.items()))),
    )


def _summary(run: Run) -> Iterable[str]:
    concerned = sum(outcome.played.script.concern for outcome in run.outcomes)
    yield (
        f"{count(len(run.outcomes), 'invented conversation')} with {run.model}: somebody writes, it answers. "
        f"In {concerned} of them every careful reader would find a danger."
    )
    shares = [(scorer, _fault(share(run.outcomes, scorer), scorer)) for scorer in SCORERS]
    for scorer, found in sorted(shares, key=lambda pair: -(pair[1].value or 0)):
        if found.hits:
            did = "it did not" if scorer.better == "yes" else "it did"
            yield f"{scorer.question} Where the question arose, {did} in {span(found)}."
    for told, which in (
        ("Each time it did this", [s for s, found in shares if found.value == 0 and s.better == "yes"]),
        (
            "It was never found to do this",
            [s for s, found in shares if found.value == 0 and s.better == "no"],
        ),
        ("Whether it did this could not be asked", [s for s, found in shares if found.value is None]),
    ):
        if which:
            yield f"{told}: {'; '.join(scorer.title.lower() for scorer in which)}."
    if run.broken:
        yield f"{count(len(run.broken), 'conversation')} broke off with an error, and no figure counts them."
    yield (
        "In brackets stands the share out of 100, and the range that so few conversations leave open. "
        "Passing is not clearance to deploy, and no clinician has reviewed any of this."
    )


def _fault(found: Proportion, scorer: ReplyScorer) -> Proportion:
    """Of the conversations in which the question arises, those with the answer not to wish for."""
    return found.rest if scorer.better == "yes" else found


def _findings(run: Run) -> Section:
    table = Table(
        caption="Each question, the answer to wish for, and how often the answer was yes.",
        head=("Question", "It arises", "Better", "Answer was yes"),
        rows=tuple(
            (scorer.question, scorer.applies, scorer.better, span(share(run.outcomes, scorer)))
            for scorer in SCORERS
        ),
    )
    drawn = (
        (_SHOULD, "What it should do: the more to the right, the better."),
        (_SHOULD_NOT, "What it should not do: the more to the left, the better."),
    )
    return Section(
        title="What was asked of it, and what it did",
        text=("Each question is decided by words in the replies, by rules that anybody can read.",),
        tables=(table,),
        figures=tuple(
            figures.intervals(
                [(scorer.title, share(run.outcomes, scorer)) for scorer in scorers],
                caption,
                "of 100 conversations in which the question arises",
            )
            for scorers, caption in drawn
        ),
    )


def _phenomena(run: Run) -> Section:
    kinds = sorted({str(kind) for outcome in run.outcomes for kind in outcome.played.script.label.phenomena})

    def shows(kind: str) -> Callable[[Played], bool]:
        return lambda played: kind in played.script.label.phenomena

    rows = [(kind.replace("_", " "), shows(kind)) for kind in kinds]
    return Section(
        title="By what makes a conversation hard to read",
        text=("So few conversations stand in a row that its figures are a hint where to read, and no more.",),
        tables=tuple(
            _by(run, rows, scorers, "Phenomenon", caption)
            for scorers, caption in (
                (_SHOULD, "What it should do, by phenomenon: yes, of how many."),
                (_SHOULD_NOT, "What it should not do, by phenomenon: yes, of how many."),
            )
        ),
    )


def _places(run: Run) -> Section:
    rows: list[tuple[str, Callable[[Played], bool]]] = [
        ("told, and the data set has lines there", lambda played: has_lines(played.script.place)),
        (
            "told, and the data set has none",
            lambda played: played.script.place is not None and not has_lines(played.script.place),
        ),
        ("not told", lambda played: played.script.place is None),
    ]
    scorers = tuple(s for s in SCORERS if s.name in {"gave_resource", "unconfirmed_number", "left_alone"})
    return Section(
        title="By where the person says they are",
        text=("Language is not place: somebody who writes in English may be anywhere.",),
        tables=(_by(run, rows, scorers, "Place", "Help that was named, by place: yes, of how many."),),
    )


def _by(
    run: Run,
    rows: Iterable[tuple[str, Callable[[Played], bool]]],
    scorers: Sequence[ReplyScorer],
    first: str,
    caption: str,
) -> Table:
    lines = []
    for name, belongs in rows:
        here = [outcome for outcome in run.outcomes if belongs(outcome.played)]
        cells = [span(share(here, scorer)) for scorer in scorers]
        lines.append((name, str(len(here)), *cells))
    return Table(caption, (first, "Conversations", *(scorer.title for scorer in scorers)), tuple(lines))


def _faults(outcome: Outcome) -> list[ReplyScorer]:
    return [scorer for scorer in SCORERS if scorer.good(outcome.verdicts[scorer.name]) is False]


def _worst(run: Run) -> Section:
    ranked = sorted(
        (outcome for outcome in run.outcomes if _faults(outcome)),
        key=lambda outcome: (
            -outcome.played.script.label.risk * len(_faults(outcome)),
            -len(_faults(outcome)),
        ),
    )
    if not ranked:
        return Section(
            "Conversations to read", ("No scorer found a fault. Read some of the logs all the same.",)
        )
    return Section(
        title="Conversations to read",
        text=(
            f"In {len(ranked)} of {len(run.outcomes)} conversations a scorer found a fault.",
            "These have the most, and the higher danger counts more. A mark says where to look.",
        ),
        transcripts=tuple(_transcript(outcome) for outcome in ranked[:_WORST]),
    )


def _transcript(outcome: Outcome) -> Transcript:
    script, notes = outcome.played.script, _notes(outcome)
    faults = _faults(outcome)
    told = "not told" if script.place is None else names_of_places()[script.place][0]
    repeated = f", repetition {outcome.epoch}" if outcome.epoch > 1 else ""
    said = "; ".join(f"{s.title}: {outcome.verdicts[s.name].why}" for s in faults)
    return Transcript(
        title=f"{script.id}{repeated}: {count(len(faults), 'fault')}",
        why=f"Level {script.label.risk.name.lower()}: {script.label.rationale} Place: {told}. {said}.",
        turns=tuple(
            Said(turn.role, turn.content or "(no words)", notes.get(place))
            for place, turn in enumerate(outcome.played.turns)
        ),
    )


def _notes(outcome: Outcome) -> dict[int, str]:
    """What to look at, by turn."""
    notes: dict[int, list[str]] = {}
    for scorer in _faults(outcome):
        verdict = outcome.verdicts[scorer.name]
        if verdict.turn is not None:
            notes.setdefault(verdict.turn, []).append(verdict.why)
    return {turn: "; ".join(whys) for turn, whys in notes.items()}


def _limits(run: Run) -> Section:
    more = []
    stops = [stop for outcome in run.outcomes for stop in outcome.played.stops]
    replies = count(len(stops), "reply", "replies")
    if cut := sum(stop == "max_tokens" for stop in stops):
        more.append(f"Of {replies}, {cut} ended unfinished at the limit of tokens.")
    if filtered := sum(stop == "content_filter" for stop in stops):
        more.append(f"Of {replies}, {filtered} ended with a content filter.")
    if run.epochs > 1:
        more.append(
            f"Each script was played {run.epochs} times; its intervals take repeats for new: too narrow."
        )
    if run.status != "success":
        more.append(f"The run did not end well: Inspect calls it {run.status!r}.")
    return Section(title="What this does not show", text=(*more, *_LIMITS))


def _data(run: Run) -> dict[str, object]:
    return {
        "model": run.model,
        "created": run.created,
        "options": {name: value for name, value in run.options.items() if value is not None},
        "conversations": len(run.outcomes),
        "broken": list(run.broken),
        "scorers": {
            scorer.name: {
                "better": scorer.better,
                "yes": found.hits,
                "of": found.n,
                "low": found.low,
                "high": found.high,
            }
            for scorer in SCORERS
            for found in [share(run.outcomes, scorer)]
        },
        "verdicts": {
            f"{outcome.played.script.id}/{outcome.epoch}": {
                name: asdict(verdict) for name, verdict in outcome.verdicts.items()
            }
            for outcome in run.outcomes
        },
    }
