"""The manual cannot lie: README against the command table, the verbs, the settings and the pictures."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reader.cli.verbs import VERBS
from reader.commands import COMMANDS
from reader.tui.acting import Acting
from reader.tui.app import NewsReader
from reader.tui.arranging import Arranging
from reader.tui.article_pane import ArticlePane
from reader.tui.comparing import Comparing
from reader.tui.finding import Finding
from reader.tui.going import Going
from reader.tui.linking import Linking
from reader.tui.list_pane import ListPane
from reader.tui.marking import Marking
from reader.tui.noting import Noting
from reader.tui.picturing import Picturing
from reader.tui.recalling import Recalling
from reader.tui.screen import ReadingScreen
from reader.tui.searching import Searching
from reader.tui.shelving import Shelving
from reader.tui.sizing import Sizing
from reader.tui.summary_pane import SummaryPane
from reader.tui.turning import Turning
from reader.tui.updating import Updating
from reader.tui.views.changes import ChangesView
from reader.tui.views.passages import Passages
from reader.tui.views.rules import RulesScreen
from reader.tui.views.settings import SettingsScreen
from reader.tui.views.sources import SourcesScreen
from tests import manual

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_readme_has_the_tables_that_the_program_has() -> None:
    assert manual.written(README) == README, "run `python -m tests.manual`"


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_every_verb_is_in_readme_and_has_help(verb: str) -> None:
    assert re.search(rf"\b{verb}\b", README.split("## Command line")[1].split("## Settings")[0])
    assert next(each.help for each in VERBS if each.name == verb)


def test_every_picture_of_readme_is_there_and_every_picture_is_shown() -> None:
    shown = set(re.findall(r"screenshots/([\w-]+\.svg)", README))
    there = {file.name for file in (ROOT / "screenshots").glob("*.svg")}
    assert shown <= there
    assert there - shown <= {"help.svg"}


def test_the_recording_is_small_and_whole_and_has_no_script() -> None:
    text = (ROOT / "screenshots" / "tour.svg").read_text("utf-8")
    assert len(text) < 300_000
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(text).iter()}
    assert tags == {"svg", "title", "style", "rect", "g", "text"}
    assert "prefers-reduced-motion" in text


def test_the_two_commands_of_readme_are_those_of_the_checks() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert ".[test]" in script and ".[test]" in README
    assert 'pytest" -n auto' in script and "pytest -n auto" in README


@pytest.mark.parametrize("command", [command.id for command in COMMANDS])
def test_every_command_has_a_method_somewhere(command: str) -> None:
    panes = (
        ListPane,
        ArticlePane,
        SummaryPane,
        ReadingScreen,
        NewsReader,
        Passages,
        RulesScreen,
        SourcesScreen,
        ChangesView,
        SettingsScreen,
    )
    hands = (
        Going,
        Finding,
        Searching,
        Acting,
        Marking,
        Linking,
        Noting,
        Arranging,
        Recalling,
        Comparing,
        Updating,
        Turning,
        Shelving,
        Sizing,
        Picturing,
    )
    owners = (*panes, *hands)
    assert any(hasattr(owner, f"do_{command.replace('-', '_')}") for owner in owners)
