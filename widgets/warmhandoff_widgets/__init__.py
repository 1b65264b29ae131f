"""The simulations, questions and forms that learners see and click.

Python prepares, JavaScript plays: a widget is handed its scenario as data and reports actions and outcome
as data; between a click and the redraw no kernel is asked.
"""

from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.forgotten_disclosure import ForgottenDisclosure
from warmhandoff_widgets.keyword_alarm import KeywordAlarm
from warmhandoff_widgets.practice_form import PracticeForm
from warmhandoff_widgets.question import Question

__all__ = ["ForgottenDisclosure", "KeywordAlarm", "PracticeForm", "Question", "Simulation"]
