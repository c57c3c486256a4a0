"""Completions and the manual page: every verb and option is in them, and the shells take them as they are."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reader.cli.completions import SHELLS
from reader.cli.verbs import VERBS
from reader.commands import COMMANDS
from tests.cli.conftest import Called

OPTIONS = {name for verb in VERBS for it in verb.arguments for name in it.names if name.startswith("--")}


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_is_offered_every_verb_and_option(shell: str, call: Called) -> None:
    code, out, err = call("completions", shell)
    assert (code, err) == (0, "")
    assert all(re.search(rf"\b{verb.name}\b", out) for verb in VERBS)
    bare = "-l {}" if shell == "fish" else "--{}"
    assert all(bare.format(name[2:]) in out for name in OPTIONS)
    choices = [str(it) for verb in VERBS for each in verb.arguments for it in each.options.get("choices", ())]
    assert choices and all(it in out for it in choices)


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_reads_them_without_complaint(shell: str, call: Called, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here")
    file = tmp_path / "completions"
    file.write_text(call("completions", shell)[1], "utf-8")
    done = subprocess.run([shell, "-n", str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (("newsreader", "upd"), "update"),
        (("newsreader", "--ver"), "--version"),
        (("newsreader", "read", "--form"), "--format"),
        (("newsreader", "read", "--format", "mark"), "markdown"),
        (("newsreader", "completions", "zs"), "zsh"),
    ],
)
def test_bash_completes_what_is_begun(typed: tuple[str, ...], offered: str, call: Called, tmp_path: Path) -> None:
    script = call("completions", "bash")[1]
    words = " ".join(f"'{word}'" for word in typed)
    asked = f"{script}\nCOMP_WORDS=({words}); COMP_CWORD={len(typed) - 1}; _newsreader; echo ${{COMPREPLY[*]}}"
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert offered in done.stdout.split()


def test_the_manual_page_has_every_verb_option_and_key(call: Called) -> None:
    code, out, err = call("man")
    assert (code, err) == (0, "")
    said = out.replace("\\-", "-").replace("\\e", "\\")
    assert all(f"\\fB{verb.name}\\fR" in said for verb in VERBS)
    assert all(name in said for name in OPTIONS)
    assert all(command.help in said for command in COMMANDS)
    assert ".SH EXIT STATUS" in out and "NEWSREADER_CONFIG" in out


def test_no_line_of_the_manual_page_is_an_order_by_chance(call: Called) -> None:
    orders = {line.split()[0] for line in call("man")[1].splitlines() if line.startswith((".", "'"))}
    assert orders == {".TH", ".SH", ".TP", ".B", ".br", ".RS", ".RE"}
