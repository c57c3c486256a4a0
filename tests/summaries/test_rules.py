"""What keeps a sentence from standing alone."""

from __future__ import annotations

import pytest

from reader.summaries.rules import faults, signs_of
from reader.summaries.sentence import body_of
from tests.builders import an_article


def found(text: str, language: str = "en") -> set[str]:
    (sentence,) = body_of(an_article(text, language=language)).sentences
    return set(faults(sentence, signs_of(sentence, language), language))


@pytest.mark.parametrize(
    ("language", "text", "fault"),
    [
        ("en", "He went home to his wife after the long meeting.", "hanging"),
        ("en", "“They went home to their wives,” said Tom Ashby on Monday.", "hanging"),
        ("en", "Both of the boats went home after the long race.", "leaning"),
        ("en", "When he came back the old mill had burned down.", "leaning"),
        ("en", "If not, the old mill will burn down in the summer.", "leaning"),
        ("en", "Even so, the old mill burned down in the summer.", "leaning"),
        ("en", "Happy: the bride and the groom come out of church.", "caption"),
        ("en", "Tom Ashby (left) and Anna Hart stand on the pier.", "caption"),
        ("en", "Why did nobody close the gate on that night?", "question"),
        ("en", "“Nobody closed the gate on that terrible night.”", "bare quote"),
        ("en", "We never thought that the gate would hold so long.", "bare quote"),
        ("en", "The mayor said “nobody closed the gate on that night.", "unbalanced"),
        ("en", "Subscribe to hear more about the gate every week.", "invitation"),
        ("en", "gate and harbor were closed for the whole long night.", "lower"),
        ("en", "The gate was closed.", "short"),
        ("de", "Dabei kam am späten Abend niemand zu Schaden.", "hanging"),
        ("fr", "Il est rentré chez lui après la longue réunion.", "hanging"),
        ("es", "Pero nadie cerró la puerta aquella noche de abril.", "hanging"),
        ("it", "Questo non è piaciuto a nessuno nella piccola città.", "hanging"),
        ("pt", "Ele voltou para casa depois da longa reunião.", "hanging"),
        ("nl", "Maar niemand sloot die nacht de poort van de haven.", "hanging"),
    ],
)
def test_a_fault_is_seen(language: str, text: str, fault: str) -> None:
    assert fault in found(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "The council of Melby closed the harbor gate on Monday night.",
        "Tom Ashby said “we never closed the gate” on that night.",
        "Hundreds of people (most of them sailors) came to the pier.",
        "The harbor gate – a work of 1931 – will be torn down in March.",
    ],
)
def test_a_sentence_that_stands_alone_has_none(text: str) -> None:
    assert found(text) == set()
