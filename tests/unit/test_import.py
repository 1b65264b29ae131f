"""``import warmhandoff`` is light, and so is everything a learner's notebook calls from it."""

import subprocess
import sys

import pytest

import warmhandoff

HEAVY = {"matplotlib", "numpy", "jupyterlab", "notebook", "nbgrader", "IPython", "ipykernel", "typer", "rich"}
HEAVY |= {"jinja2", "inspect_ai", "openai", "scipy", "sklearn"}


def loaded_by(code: str) -> set[str]:
    script = f"{code}\nimport sys\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.mark.parametrize(
    "code",
    [
        "import warmhandoff",
        "from warmhandoff import *",
        "import warmhandoff.scenarios, warmhandoff.checks, warmhandoff.spec, warmhandoff.assess",
        "import warmhandoff.evaluation.metrics, warmhandoff.evaluation.perturb, warmhandoff.evaluation.gate",
        "import warmhandoff.referral.policy, warmhandoff.referral.handoff, warmhandoff.referral.listing",
    ],
)
def test_heavy_modules_stay_out(code: str) -> None:
    assert loaded_by(code).isdisjoint(HEAVY)


def test_the_bare_import_loads_no_dependency_at_all() -> None:
    assert loaded_by("import warmhandoff").isdisjoint({"attrs", "cattrs", "fastjsonschema"})


def test_every_public_name_is_there() -> None:
    for name in warmhandoff.__all__:
        assert getattr(warmhandoff, name) is not None
        assert name in dir(warmhandoff)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Triage'"):
        warmhandoff.Triage  # noqa: B018
