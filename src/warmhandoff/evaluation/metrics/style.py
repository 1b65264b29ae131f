"""How somebody writes, read off the surface: a guard must not hear tidy writers better than others."""

import re

from warmhandoff.conversation import Conversation

__all__ = ["STYLES", "writing_style"]

STYLES = ("emoji", "capitals", "misspelt or slang", "lower case", "standard")
"""The styles, in the order in which they are looked for; the first that holds is the one."""

# Pictographs, symbols drawn as such, and flags. Digits and # are emoji only before a keycap, which is here.
_EMOJI = re.compile("[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55\u20e3\ufe0f]")
_WORD = re.compile(r"\w+(?:['\u2019]\w+)*")
_APOSTROPHE_LEFT_OUT = """
    arent cant couldnt didnt doesnt dont hadnt hasnt havent heres hes im isnt ive shes shouldnt thats theres
    theyre theyve wasnt werent whats whos wont wouldnt youre youve
"""
_CHAT_SPELLING = """
    2day 2moro 2nite 4ever abt alrite any1 b4 bc bcoz bcuz btw cos coz cuz cya dat dunno dw every1 fone fr
    frnd gd gonna gotta gr8 hav idc idk ikr imma innit jus k kinda kno l8r lemme lil lol luv m8 msg n ngl no1
    nuffin nvm obvs omg outta plz pls ppl prolly r rly rn sed shud skool smth smthn sorta srsly sum1 sumthing
    tbf tbh tho thru tht thx u ur urself wana wanna wat wen wiv wot wtf wud wuz y ya yall
"""
_ODD = frozenset((_APOSTROPHE_LEFT_OUT + _CHAT_SPELLING).split())
_ONE_WORD_IN = 25
_SHOUT = 4  # letters; an OK shouts at nobody


def writing_style(conversation: Conversation) -> str:
    """The style of what the person wrote, one of `STYLES`; the assistant's turns are not read.

    * ``emoji``: an emoji stands anywhere.
    * ``capitals``: more than half of the letters that have a case are capitals, of 4 or more.
    * ``misspelt or slang``: at least one word in 25 has lost its apostrophe (``dont``) or is spelt as in
      chats (``u``, ``tbh``), by a short list. Other misspellings are not noticed: that would take a
      dictionary, which would take names and dialect for mistakes.
    * ``lower case``: no turn begins with a capital.
    * ``standard``: none of these, which also holds for no words and for scripts without case.

    A convention of this course for English chat; it describes a text, and nobody's schooling or age.
    Time grows with the text's length.
    """
    texts = [turn.content for _index, turn in conversation.said_by("user")]
    words = [word.casefold() for text in texts for word in _WORD.findall(text)]
    if any(_EMOJI.search(text) for text in texts):
        return "emoji"
    if _mostly_capitals("".join(texts)):
        return "capitals"
    odd = sum(word in _ODD for word in words)
    if odd and odd * _ONE_WORD_IN >= len(words):
        return "misspelt or slang"
    first = [letter for text in texts if (letter := next(filter(_cased, text), ""))]
    if first and all(letter.islower() for letter in first):
        return "lower case"
    return "standard"


def _cased(character: str) -> bool:
    return character.islower() or character.isupper()


def _mostly_capitals(text: str) -> bool:
    cased = [letter.isupper() for letter in text if _cased(letter)]
    return len(cased) >= _SHOUT and 2 * sum(cased) > len(cased)
