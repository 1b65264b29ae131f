"""What a report ends with: the limits of its cases, and how to read it."""

from warmhandoff.evaluation.report.model import Section
from warmhandoff.evaluation.report.words import paragraphs

__all__ = ["closing"]

_LIMITS = """
Every conversation of the course was invented, and one writer's label stands for each. No clinician has
reviewed texts or labels, and nobody has measured whether raters agree. If you brought cases of your own,
ask the same of them.

They are in English. Levels and kinds are balanced for teaching, so how often anything occurs here says
nothing about a service. That is why shares are given apart for those who need a person and those who do
not, and predictive values only for a prevalence that is stated.

The intervals take cases to be independent. Conversations composed from the same skeletons resemble each
other, so the truth is less sure than the intervals say. A guard that was tuned on these cases, or by people
who had read them, will look better here than elsewhere.

Levels are conventions, and published ones disagree. A level says what one page shows. It predicts nothing,
and no care may be withheld because of it.

Nothing here says what happens to people after a handoff: whether somebody answered, and whether it helped.
"""

_READING = """
“12 of 15 (80 in 100; between 55 and 93)” means: in 12 of 15 cases. If the same were tried again and again
on as many new cases of the same kind, intervals made in this way would hold the true share 95 times in 100
(Wilson intervals). A wide interval means few cases.

A gate judges the worse end of that interval. So a guard passes when it has been shown to be good enough,
and not when it might be. “Too few cases to tell” is a reason to collect more cases, and no reason to lower
the limit.

A person counts as found when the guard itself answered: bring in a person, or emergency. A call that failed
counts as missed where a person was needed, and as a false alarm where nobody was.

Cases at which careful readers could decide either way count for nothing in these shares. They do count in
the tables of levels.

With many groups, one in twenty will stand out by chance. Read the conversations before you believe a
number.
"""


def closing() -> tuple[Section, ...]:
    """The same words under every report of a guard."""
    return (
        Section("The limits of these cases", paragraphs(_LIMITS)),
        Section("How to read this", paragraphs(_READING)),
    )
