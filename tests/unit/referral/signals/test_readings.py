"""How sentences are read, all written for this test: which danger, which level, and how it is meant.

A reading is the highest level of each domain, with the ways in which those words are meant. The last table
keeps what the detectors are known to get wrong, so that a change there is seen.
"""

import pytest

from warmhandoff.referral.signals import signals_in


def reading(text: str) -> set[str]:
    """``suicide high past`` and the like, one a domain."""
    tops: dict[str, tuple[int, int, str]] = {}
    for signal in signals_in(text):
        meant = " ".join([signal.domain, signal.level.name.lower(), *sorted(signal.assertions)])
        top = (-signal.level, len(signal.assertions), meant)
        tops[signal.domain] = min(top, tops.get(signal.domain, top))
    return {meant for _level, _count, meant in tops.values()}


SUICIDE: list[tuple[str, ...]] = [
    ("Most evenings I wish I had never been born.", "suicide low"),
    ("I'd rather be dead than go through another winter like that", "suicide low"),
    ("I go to bed praying that I won't wake up", "suicide low"),
    ("They would all be better off without me, and that's arithmetic", "suicide low"),
    ("There is no reason to go on, not one I can find", "suicide low"),
    ("i just want everything to stop", "suicide low"),
    ("I wouldn't mind dying, it would be a rest", "suicide low"),
    ("Lord take me, I am ninety and I am tired", "suicide low"),
    ("I have thoughts of suicide when the house is quiet", "suicide moderate"),
    ("keep thinking about ending my own life", "suicide moderate"),
    ("I want to kill myself.", "suicide moderate"),
    ("honestly im suicidal", "suicide moderate"),
    ("been googling ways to die", "suicide moderate"),
    ("The thought of doing away with myself comes with the dishes", "suicide moderate"),
    ("My first attempt nobody noticed", "suicide moderate"),
    ("I've decided to end my life, please don't argue", "suicide high"),
    ("I am going to kill myself, only not this week", "suicide high"),
    ("I have a suicide plan and I go over it in the bath", "suicide high"),
    ("I intend to take my own life when mum has gone", "suicide high"),
    ("There's a suicide note in my desk, three drafts", "suicide high"),
    ("I've got what I'd need, it's in the shed", "suicide high"),
    ("tried to kill myself last Thursday and went to work on Friday", "suicide high"),
    ("I can't keep myself safe any more", "suicide high"),
    ("I won't be around much longer, so have my records", "suicide high"),
    ("you won't have to worry about me for long", "suicide high"),
    ("I'm killing myself tonight", "suicide imminent"),
    ("I'm going to end my life in an hour", "suicide imminent"),
    ("this evening I will kill myself, it is settled", "suicide imminent"),
    ("By the time you read this I'll be dead", "suicide imminent"),
    ("I took all of them ten minutes ago", "suicide imminent"),
    ("I did something I can't undo and now I'm scared", "suicide imminent"),
    ("I'm stood on the edge, about to jump", "suicide imminent"),
    ("I shan't see the morning", "suicide imminent"),
]

SPELLING: list[tuple[str, ...]] = [
    ("i wnt 2 kil myslef", "suicide moderate"),
    ("feelin suicidle agen", "suicide moderate"),
    ("gonna unalive myself 2nite", "suicide imminent"),
    ("bin thinkin bout endin it all", "suicide moderate"),
    ("I WANT TO DIEEEE", "suicide low"),
    ("dont wanna b here anymore, i want 2 die", "suicide low"),
    ("I don\u2019t want to live", "suicide low"),
    ("I want… to… die", "suicide low"),
    ("k.i.l.l is not a word here but kill_myself is", "suicide moderate"),
    ("want\x00to\x00kill\x00myself", "suicide moderate"),
    ("I want to \u202ekill\u202c my\u200bself", "suicide moderate"),
    ("𝐈 𝐰𝐚𝐧𝐭 𝐭𝐨 𝐤𝐢𝐥𝐥 𝐦𝐲𝐬𝐞𝐥𝐟", "suicide moderate"),  # noqa: RUF001 - letters that only look plain
    ("cnt stop cuttin myself", "self_harm high"),
]

SELF_HARM: list[tuple[str, ...]] = [
    ("The urge to cut myself is back, I'm sitting on my hands", "self_harm low"),
    ("I've been self-harming since the spring", "self_harm moderate"),
    ("I do things to my arms when nobody is in", "self_harm moderate"),
    ("there are new cuts, I wear long sleeves in this heat", "self_harm moderate"),
    ("I punish my body when I've let someone down", "self_harm moderate"),
    ("I can't stop cutting and it's getting deeper", "self_harm high"),
    ("the place where I cut is infected and I'm hiding it", "self_harm high"),
    ("It won't stop bleeding and I feel faint", "self_harm imminent"),
    ("I've cut myself badly and there's so much blood", "self_harm imminent"),
]

HARM_TO_OTHERS: list[tuple[str, ...]] = [
    ("I want to punch my brother every time he opens his mouth", "harm_to_others low"),
    ("my own temper scares me, I was so angry I could have hit him", "harm_to_others low"),
    ("I keep having thoughts of hurting the baby", "harm_to_others moderate"),
    ("I slapped my daughter and I hate myself", "harm_to_others moderate"),
    ("I'm scared I'll hurt my wife, she wanders and I shout", "harm_to_others moderate"),
    ("I'm going to kill my stepfather", "harm_to_others high"),
    ("I don't trust myself around the baby", "harm_to_others high"),
    ("I've been planning to hurt him and his friends", "harm_to_others high"),
    ("I'm about to stab him", "harm_to_others imminent"),
    ("I just stabbed my flatmate", "harm_to_others imminent"),
    ("I have the knife in my hand and he's coming home", "harm_to_others imminent"),
]

ABUSE: list[tuple[str, ...]] = [
    ("He wants my location and my password, is that normal?", "abuse low"),
    ("I walk on eggshells in my own kitchen", "abuse low"),
    ("my husband hits me when he's had a bad week", "abuse moderate"),
    ("I'm scared of my boyfriend", "abuse moderate"),
    ("my wages go into his account and I ask for bus fare", "abuse moderate"),
    ("the carer takes my wheelchair when I complain", "abuse moderate"),
    ("he said he'll kill me if I go", "abuse high"),
    ("he put his hands round my throat again", "abuse high"),
    ("my dad beat me up last night", "abuse high", "minor moderate"),
    ("he's breaking the door down", "abuse imminent"),
    ("I'm hiding from him in the wardrobe", "abuse imminent"),
    ("I can't talk, he'll hear me", "abuse imminent"),
]

PSYCHOSIS_MANIA: list[tuple[str, ...]] = [
    ("My thoughts are racing and I hardly need to sleep", "psychosis_mania low"),
    ("I had a manic episode at twenty, now I watch for it", "psychosis_mania low"),
    ("I hear voices at the back of the bus", "psychosis_mania moderate"),
    ("I am being followed, the same two cars", "psychosis_mania moderate"),
    ("the radio is talking to me by name", "psychosis_mania moderate"),
    ("five nights without sleep and I have never felt better", "psychosis_mania moderate"),
    ("the voices are telling me to hurt her", "psychosis_mania high"),
    ("I gave all our savings to strangers because of the mission", "psychosis_mania high"),
    ("the voices say do it now", "psychosis_mania imminent"),
    ("I'm walking into the traffic, they will all stop for me", "psychosis_mania imminent"),
]

EATING_DISORDER: list[tuple[str, ...]] = [
    ("I feel fat and I check every mirror", "eating_disorder low"),
    ("I keep counting calories, all day", "eating_disorder low"),
    ("I make myself sick after dinner", "eating_disorder moderate"),
    ("Nights I binge, then I purge, then I promise", "eating_disorder moderate"),
    ("she hides her food and runs before breakfast", "eating_disorder moderate other_person"),
    ("I've stopped eating lunch and nobody has noticed", "eating_disorder moderate"),
    ("I haven't eaten since Monday", "eating_disorder high"),
    ("I fainted yesterday, I don't eat anything before training", "eating_disorder high"),
    ("haven't eaten for days and I can't get up off the bathroom floor", "eating_disorder imminent"),
    ("I've been purging and my heart is skipping", "eating_disorder imminent"),
]

SUBSTANCE_MEDICAL: list[tuple[str, ...]] = [
    ("I'm worried about my drinking", "substance_medical low"),
    ("three years sober on Sunday", "substance_medical low"),
    ("I've been drinking every day since the redundancy", "substance_medical moderate"),
    ("I stopped taking my tablets a month back", "scope moderate", "substance_medical moderate"),
    ("I relapsed last night", "self_harm moderate", "substance_medical moderate"),
    ("Went cold turkey off the vodka and I'm shaking", "substance_medical high"),
    ("I've run out and stopped my insulin", "scope moderate", "substance_medical high"),
    ("he won't wake up and his lips are blue", "substance_medical imminent other_person"),
    ("I've got a pain across my chest and down my left arm", "substance_medical imminent"),
    ("I took too many tablets by mistake", "substance_medical imminent"),
    ("my flatmate has stopped breathing", "substance_medical imminent other_person"),
]

MINOR: list[tuple[str, ...]] = [
    ("im 11 and home alone till six", "minor low"),
    ("I'm bullied at school", "minor low"),
    ("he says it's our little secret", "minor moderate"),
    ("there's no food in the house and mum never gets up now", "minor moderate"),
    ("I look after my brothers because mum is ill", "minor moderate"),
    ("he wants nudes and he threatened to post the others", "minor high other_person"),
    ("dad kicked me out tonight, I'm sleeping in the park", "minor high", "abuse moderate"),
    ("mum hasn't come back since yesterday", "minor imminent"),
    (
        "my baby brother is hot and floppy and nobody's in",
        "minor imminent",
        "substance_medical imminent other_person",
    ),
]

SCOPE: list[tuple[str, ...]] = [
    ("Have I got ADHD, yes or no?", "scope low"),
    ("Should I double my tablets?", "scope low", "substance_medical moderate"),
    ("write me a psychological report for the judge", "scope low"),
    ("I've stopped seeing my therapist now that I have you", "scope moderate"),
    ("I came off my antidepressants without telling my doctor", "scope moderate"),
    ("I'm stopping all my medication tomorrow", "scope high"),
    ("I refused my dialysis", "scope high"),
    ("I'm about to take the tablets unless you say no", "scope imminent"),
]

NEGATED: list[tuple[str, ...]] = [
    ("I'm not suicidal, only worn out.", "suicide moderate negated"),
    ("I would never kill myself", "suicide moderate negated"),
    ("Never in my life have I wanted to die", "suicide low negated"),
    ("I don't feel suicidal", "suicide moderate negated"),
    ("there's no plan to end my life, promise", "suicide high negated"),
    ("I haven't tried to kill myself", "suicide high negated"),
    ("killing myself is not an option", "suicide moderate negated"),
    ("I'm not saying I want to kill myself", "suicide moderate negated"),
    ("it isn't that I'm suicidal, it's that I'm lonely", "suicide moderate negated"),
    ("without any suicidal thoughts, thank God", "suicide moderate negated"),
    ("I no longer want to die", "suicide low negated"),
    ("I've never cut myself", "self_harm moderate negated"),
    ("I'm not hearing voices", "psychosis_mania moderate negated"),
    ("no chest pain, no fever", "substance_medical imminent negated"),
]

NOT_NEGATED: list[tuple[str, ...]] = [
    ("I can't stop thinking about killing myself", "suicide moderate"),
    ("not a day goes by that I don't think about suicide", "suicide moderate"),
    ("I'm not just tired, I want to die", "suicide low"),
    ("I don't want to die but I keep thinking about killing myself", "suicide moderate"),
    ("no one knows I want to kill myself", "suicide moderate"),
    ("I haven't told anybody that I'm suicidal", "suicide moderate"),
    ("I'm not okay, I want to kill myself", "suicide moderate"),
    ("I'm not scared of dying any more", "suicide low"),
    ("I never wanted to kill myself until this year", "suicide moderate"),
    ("I'm not not suicidal", "suicide moderate"),
    ("can't say I'm not suicidal", "suicide moderate"),
    ("I won't pretend I don't want to die", "suicide low"),
    ("I don't know why I want to die", "suicide low"),
    ("why not kill myself", "suicide moderate"),
    ("I dont sleep i dont eat i want to kill myself", "suicide moderate"),
    ("not working because I want to die", "suicide low"),
    ("I am not joking, I am going to kill myself", "suicide high"),
    ("can't say no to dinner when I want to kill myself", "suicide moderate"),
    ("No. I want to kill myself", "suicide moderate"),
    ("No\nI want to kill myself", "suicide moderate"),
]

PAST: list[tuple[str, ...]] = [
    ("Ten years ago I tried to kill myself.", "suicide high past"),
    ("I was suicidal when I was 15", "suicide moderate past"),
    ("back then I wanted to end my life", "suicide moderate past"),
    ("I used to cut myself, it was how I slept", "self_harm moderate past"),
    ("I tried to end it all as a teenager", "suicide high past"),
    ("In 2009 I was suicidal", "suicide moderate past"),
    ("I wanted to kill myself, a long time ago, in another life", "suicide moderate past"),
    ("ten years ago today I tried to end my life", "suicide high past"),
    ("her uncle killed himself", "suicide moderate other_person past"),
]

NOT_PAST: list[tuple[str, ...]] = [
    ("yesterday I tried to kill myself", "suicide high"),
    ("last night I wanted to end my life", "suicide moderate"),
    ("this morning I cut myself", "self_harm moderate"),
    ("two weeks ago I tried to end my life", "suicide high"),
    ("I used to think it would pass, now I want to kill myself", "suicide moderate"),
    ("I've been suicidal since I was 15", "suicide moderate"),
    ("I'm suicidal again, like when I was 15", "suicide moderate"),
    ("Years ago I was fine. I want to kill myself", "suicide moderate"),
    ("I used to be happy and these days I am suicidal", "suicide moderate"),
]

OTHER_PERSON: list[tuple[str, ...]] = [
    ("my brother wants to kill himself", "suicide moderate other_person"),
    ("A friend of mine is suicidal.", "suicide moderate other_person"),
    ("she says she wants to die", "suicide low other_person"),
    ("my husband tried to take his own life last night", "suicide high other_person"),
    ("someone in my class is cutting herself", "self_harm moderate other_person"),
    ("he told me he is going to end his life tonight", "suicide imminent other_person"),
    ("one of my students is suicidal, who do I tell", "suicide moderate other_person"),
    ("my daughter hears voices", "psychosis_mania moderate other_person"),
]

NOT_OTHER_PERSON: list[tuple[str, ...]] = [
    ("my brother found me when I tried to kill myself", "suicide high"),
    ("I told my sister I want to die", "suicide low"),
    ("My mum thinks I'm suicidal.", "suicide moderate"),
    ("my dad died and I want to kill myself", "suicide moderate"),
    ("my boyfriend says I should just kill myself", "suicide moderate"),
    ("because of my boss I think about killing myself", "suicide moderate"),
    ("She left. Suicidal again", "suicide moderate"),
]

HYPOTHETICAL: list[tuple[str, ...]] = [
    (
        "if someone said they want to kill themselves, what would you say?",
        "suicide moderate hypothetical other_person",
    ),
    ("My essay on suicidal ideation is due", "suicide moderate hypothetical"),
    ("in my novel the hero is suicidal", "suicide moderate hypothetical"),
    ("how do I ask a patient about suicidal thoughts", "suicide moderate hypothetical other_person"),
    ("what if a client has a suicide plan", "suicide high hypothetical other_person"),
    ("the main character tries to end her life in chapter three", "suicide high hypothetical other_person"),
    ("training on self-harm for our volunteers", "self_harm moderate hypothetical"),
    (
        "what's the difference between self-harm and a suicide attempt?",
        "self_harm moderate hypothetical",
        "suicide moderate hypothetical",
    ),
    ("suicide attempt statistics, please", "suicide moderate hypothetical"),
]

NOT_HYPOTHETICAL: list[tuple[str, ...]] = [
    ("if I killed myself would anyone notice", "suicide moderate"),
    ("what would you do if I told you I'm suicidal", "suicide moderate"),
    ("the story of my life is that I want to die", "suicide low"),
    ("My dissertation is due and I want to kill myself.", "suicide moderate"),
    ("I study psychology and I am suicidal", "suicide moderate"),
    ("I wrote a story because I want to kill myself", "suicide moderate"),
]

QUOTED: list[tuple[str, ...]] = [
    ('the song goes "I want to die young" and then a trumpet', "suicide low quoted"),
    ("the chorus says I want to die in your arms", "suicide low quoted"),
    ('"I want to kill myself" is the first line of the play', "suicide moderate quoted"),
    (
        "in the film she shouts \u2018I am going to kill myself!\u2019 and slams the door",
        "suicide high quoted",
    ),
]

NOT_QUOTED: list[tuple[str, ...]] = [
    ('I told my boss "I want to kill myself" and he laughed', "suicide moderate"),
    ("I said 'I want to die' and nobody looked up", "suicide low"),
    ('"I want to kill myself"', "suicide moderate"),
    ('he said "fine and I want to kill myself', "suicide moderate"),
    ('I keep saying "I\'m fine" when I want to kill myself', "suicide moderate"),
    ('the song goes "la la la". I want to kill myself', "suicide moderate"),
    ("it's the kids' turn and I want to kill myself, that's all", "suicide moderate"),
]

FIGURATIVE: list[tuple[str, ...]] = [
    ("so embarrassing I wanted to die", "suicide low figurative"),
    ("kms lol", "suicide low figurative"),
    ("I'm killing myself trying to finish this report", "suicide moderate figurative"),
    ("My wife is killing herself laughing.", "suicide moderate figurative other_person"),
    ("hurt myself playing football", "self_harm moderate figurative"),
    ("cut myself shaving, as usual", "self_harm moderate figurative"),
    ("I've overdosed on chocolate", "substance_medical imminent figurative"),
    ("we binged the whole series", "eating_disorder moderate figurative"),
]

NOT_FIGURATIVE: list[tuple[str, ...]] = [
    ("I want to kill myself lol but I mean it", "suicide moderate"),
    ("half joking but I want to kill myself", "suicide moderate"),
    ("I think about killing myself every day haha", "suicide moderate"),
    ("lol anyway. I want to kill myself", "suicide moderate"),
]

NOTHING = [
    "I'm dying to see the new one.",
    "I could murder a curry",
    "my mum is going to kill me when she sees my hair",
    "this deadline is killing me",
    "we nearly died laughing",
    "my laptop died on the train",
    "how do I kill a process in Linux",
    "Thanks, I've got what I need. Bye!",
    "How do I tell my girlfriend I'm sorry?",
    "we picked a date for the wedding, help me word the invitation",
    "I won't be here next week, write an out-of-office",
    "I know how to cook rice but not how long",
    "I've made up my mind, I'm changing jobs",
    "nothing can stop me now, I passed!",
    "I hit my head on the cupboard",
    "he's coming up to the house for dinner",
    "they told me today that I got the job",
    "walking down the road I saw a fox",
    "I'm waiting outside her school to pick her up",
    "that solved everything, thank you",
    "I treat myself to cake on Fridays",
    "my dad went grey at thirty",
    "I drink water every day",
    "where do I make a withdrawal at this bank?",
    "they want me to do overtime",
    "I put in two eggs, took it out and it collapsed",
    "The cake collapsed and I want to cry",
    "I feel low since I lost my job",
    "My dog died on Tuesday and I can't stop crying",
    "",
    "?!… \" ' \u2018",
]

KNOWN_MISTAKES: list[tuple[str, ...]] = [
    # Nobody's words for it: they read words, not people.
    ("I have been putting the place straight so there is nothing left to sort",),
    ("when I've posted these I can rest",),
    # A dictation: to dye tonight.
    ("I want to die tonight, do I need gloves?", "suicide imminent"),
    # A saying, as fierce as a threat.
    ("that referee, I'm going to kill him", "harm_to_others high"),
    # The hope is hers, and she is well.
    (
        "my nan hopes she won't wake up",
        "minor imminent other_person",
        "substance_medical imminent other_person",
        "suicide low other_person",
    ),
]

TABLES: dict[str, list[tuple[str, ...]]] = {
    "suicide": SUICIDE,
    "spelling": SPELLING,
    "self-harm": SELF_HARM,
    "harm to others": HARM_TO_OTHERS,
    "abuse": ABUSE,
    "psychosis or mania": PSYCHOSIS_MANIA,
    "eating disorder": EATING_DISORDER,
    "substance or medical": SUBSTANCE_MEDICAL,
    "minor": MINOR,
    "scope": SCOPE,
    "negated": NEGATED,
    "not negated": NOT_NEGATED,
    "past": PAST,
    "not past": NOT_PAST,
    "other person": OTHER_PERSON,
    "not other person": NOT_OTHER_PERSON,
    "hypothetical": HYPOTHETICAL,
    "not hypothetical": NOT_HYPOTHETICAL,
    "quoted": QUOTED,
    "not quoted": NOT_QUOTED,
    "figurative": FIGURATIVE,
    "not figurative": NOT_FIGURATIVE,
    "nothing": [(text,) for text in NOTHING],
    "known mistakes": KNOWN_MISTAKES,
}
CASES = [
    pytest.param(row[0], set(row[1:]), id=f"{name} {number}")
    for name, table in TABLES.items()
    for number, row in enumerate(table, start=1)
]


@pytest.mark.parametrize(("text", "meant"), CASES)
def test_a_sentence_is_read_as_it_is_meant(text: str, meant: set[str]) -> None:
    assert reading(text) == meant, signals_in(text)


def test_there_are_enough_sentences_and_each_stands_once() -> None:
    texts = [row[0] for table in TABLES.values() for row in table]
    assert len(set(texts)) == len(texts) >= 120
