"""The simulations, questions and forms that learners see and click.

Python prepares, JavaScript plays: a widget is handed its scenario as data and reports actions and outcome
as data; between a click and the redraw no kernel is asked.
"""

from warmhandoff_widgets.accountability_map import AccountabilityMap
from warmhandoff_widgets.advice_game import AdviceGame
from warmhandoff_widgets.agreement_spiral import AgreementSpiral
from warmhandoff_widgets.alliance_timeline import AllianceTimeline
from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.base_rates import BaseRates
from warmhandoff_widgets.data_trail import DataTrail
from warmhandoff_widgets.forgotten_disclosure import ForgottenDisclosure
from warmhandoff_widgets.in_step import InStep
from warmhandoff_widgets.keyword_alarm import KeywordAlarm
from warmhandoff_widgets.lost_cues import LostCues
from warmhandoff_widgets.mirror_bot import MirrorBot
from warmhandoff_widgets.next_word import NextWord
from warmhandoff_widgets.practice_form import PracticeForm
from warmhandoff_widgets.question import Question
from warmhandoff_widgets.red_team import RedTeam
from warmhandoff_widgets.referral_desk import ReferralDesk
from warmhandoff_widgets.screening_form import ScreeningForm
from warmhandoff_widgets.stance_case import StanceCase
from warmhandoff_widgets.threshold_explorer import ThresholdExplorer
from warmhandoff_widgets.trying_to_leave import TryingToLeave

__all__ = [
    "SIMULATIONS",
    "AccountabilityMap",
    "AdviceGame",
    "AgreementSpiral",
    "AllianceTimeline",
    "BaseRates",
    "DataTrail",
    "ForgottenDisclosure",
    "InStep",
    "KeywordAlarm",
    "LostCues",
    "MirrorBot",
    "NextWord",
    "PracticeForm",
    "Question",
    "RedTeam",
    "ReferralDesk",
    "ScreeningForm",
    "Simulation",
    "StanceCase",
    "ThresholdExplorer",
    "TryingToLeave",
]

SIMULATIONS: tuple[type[Simulation], ...] = (
    AllianceTimeline,
    MirrorBot,
    NextWord,
    StanceCase,
    LostCues,
    InStep,
    AdviceGame,
    AgreementSpiral,
    TryingToLeave,
    AccountabilityMap,
    ScreeningForm,
    BaseRates,
    KeywordAlarm,
    ForgottenDisclosure,
    ReferralDesk,
    DataTrail,
    ThresholdExplorer,
    RedTeam,
)
"""All of them, in the order of the lessons."""
