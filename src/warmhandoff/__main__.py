"""``python -m warmhandoff`` is the ``warmhandoff`` command."""

from warmhandoff.cli import main

main()
