"""Adds to the wheel what is made from the tables of commands: the manual page and the completions of three shells.

Nothing of it is kept in the repository, so that none of it can be older than the program.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PLACES = {
    "bash": "share/bash-completion/completions/newsreader",
    "zsh": "share/zsh/site-functions/_newsreader",
    "fish": "share/fish/vendor_completions.d/newsreader.fish",
}
"""Where each shell looks, below the prefix of an environment."""


class Manual(BuildHookInterface[Any]):
    """Writes them beside the wheel, and takes them away once they are in it."""

    PLUGIN_NAME = "custom"

    @property
    def _folder(self) -> Path:
        return Path(self.directory) / "manual"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Called by hatchling when the wheel is written."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before a wheel is put together."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        from reader.cli import completions, manpage

        made = {place: completions.script(shell) for shell, place in PLACES.items()}
        made["share/man/man1/newsreader.1"] = manpage.page()
        for place, text in made.items():
            file = self._folder / place
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
            build_data["shared_data"][str(file)] = place
