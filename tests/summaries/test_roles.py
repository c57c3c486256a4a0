"""Who is what: a part that is another's is found, other words for the same part are not."""

from __future__ import annotations

import pytest

from reader.summaries.people import People
from reader.summaries.roles import Roles
from tests.builders import an_article

BODY = (
    "“That is a cut,” said the union's negotiator, Jan Koller. The company's head of personnel, Maria Sandu, disagreed.",
    "A group led by Thomas Egger has collected signatures. He is a farmer.",
)


@pytest.mark.parametrize(
    ("sentence", "fits"),
    [
        ("Jan Koller, the union's negotiator, called it a cut.", True),
        ("Maria Sandu, the union's negotiator, called it a cut.", False),
        ("Thomas Egger, who leads a group of farmers, has collected signatures.", True),
        ("Jan Koller, the lobbyist, called it a cut.", True),
        ("Anna Moss, the union's negotiator, called it a cut.", True),
        ("The union called it a cut.", True),
    ],
)
def test_a_part_that_is_anothers_does_not_fit(sentence: str, fits: bool) -> None:
    article = an_article(*BODY)
    roles = Roles(People(article), [it.text for it in article.blocks], "en")
    assert roles.fit(sentence) is fits
