"""The verb `completions`: what bash, zsh and fish offer while somebody types, from the table of verbs.

Loads the standard library and the table only: the wheel's build calls `script` in an environment without our needs.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from reader.cli.parsing import screen_parser
from reader.cli.verbs import VERBS, Verb

SHELLS = ("bash", "zsh", "fish")


def completions(wished: argparse.Namespace) -> int:
    """Print the completions for a shell."""
    print(script(wished.shell), end="")
    return 0


def script(shell: str) -> str:
    """What a shell has to read to complete our command line."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell]()


def _options(verb: Verb) -> list[tuple[str, str, tuple[str, ...], bool]]:
    """A verb's options: name, help, choices, and whether a word follows."""
    found = []
    for argument in verb.arguments:
        for name in argument.names:
            if name.startswith("--"):
                choices = tuple(map(str, argument.options.get("choices", ())))
                follows = argument.options.get("action") not in ("store_true", "store_false")
                found.append((name, argument.help, choices, follows))
    return found


def _of_screen() -> list[tuple[str, str]]:
    """The options of the screen, which stand before any source."""
    actions = screen_parser()._actions
    return [(name, it.help or "") for it in actions for name in it.option_strings if name.startswith("--")]


def _words(verb: Verb) -> tuple[str, ...]:
    """The words that can stand behind a verb by themselves, as the shells' names do."""
    return tuple(
        str(choice)
        for argument in verb.arguments
        if not argument.names[0].startswith("-")
        for choice in argument.options.get("choices", ())
    )


def _bash() -> str:
    names = " ".join(verb.name for verb in VERBS)
    screen = " ".join(["--version", *(name for name, _ in _of_screen())])
    rows = [
        f'        {verb.name}) words="{" ".join((*(it[0] for it in _options(verb)), *_words(verb)))}" ;;'
        for verb in VERBS
    ]
    chosen = [
        f'        "{verb.name} {name}") COMPREPLY=($(compgen -W "{" ".join(choices)}" -- "$current")); return ;;'
        for verb in VERBS
        for name, _, choices, _ in _options(verb)
        if choices
    ]
    return "\n".join(
        (
            "# bash completion for newsreader; made by `newsreader completions bash`",
            "_newsreader() {",
            '    local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" '
            'verb="${COMP_WORDS[1]}" words=""',
            "    COMPREPLY=()",
            '    case "$verb $before" in',
            *chosen,
            "    esac",
            '    if [ "$COMP_CWORD" -eq 1 ]; then',
            f'        words="{names} {screen}"',
            "    else",
            '        case "$verb" in',
            *(f"    {row}" for row in rows),
            "        esac",
            "    fi",
            '    COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))',
            "}",
            "complete -o filenames -F _newsreader newsreader",
            "",
        )
    )


def _quoted(text: str) -> str:
    """A text within single quotes; brackets mean something to zsh."""
    return _told(text).replace("[", "(").replace("]", ")")


def _zsh() -> str:
    verbs = [f"        '{verb.name}:{_quoted(verb.help)}'" for verb in VERBS]
    screen = [f"            '{name}[{_quoted(help)}]' \\" for name, help in _of_screen()]
    return "\n".join(
        (
            "#compdef newsreader",
            "# made by `newsreader completions zsh`",
            "_newsreader() {",
            "    local -a verbs",
            "    verbs=(",
            *verbs,
            "    )",
            "    if (( CURRENT == 2 )); then",
            "        _describe -t verbs verb verbs",
            "        _arguments \\",
            *screen,
            "            '*:source:_files'",
            "        return",
            "    fi",
            "    local verb=$words[2]",
            "    shift words; (( CURRENT-- ))",
            "    case $verb in",
            *(line for verb in VERBS for line in _zsh_verb(verb)),
            "        *) _files ;;",
            "    esac",
            "}",
            'if [ "$funcstack[1]" = "_newsreader" ]; then _newsreader "$@"; else compdef _newsreader newsreader; fi',
            "",
        )
    )


def _zsh_verb(verb: Verb) -> Iterator[str]:
    yield f"        {verb.name}) _arguments \\"
    for name, help, choices, follows in _options(verb):
        value = f":value:({' '.join(choices)})" if choices else ":value:_files" if follows else ""
        yield f"            '{name}[{_quoted(help)}]{value}' \\"
    yield (
        f"            '*:word:({' '.join(words)})' ;;" if (words := _words(verb)) else "            '*:file:_files' ;;"
    )


def _fish() -> str:
    lines = ["# fish completion for newsreader; made by `newsreader completions fish`"]
    lines += [
        f"complete -c newsreader -n __fish_use_subcommand -a {verb.name} -d '{_told(verb.help)}'" for verb in VERBS
    ]
    lines += [
        f"complete -c newsreader -n __fish_use_subcommand -l {name[2:]} -d '{_told(help)}'"
        for name, help in _of_screen()
    ]
    for verb in VERBS:
        lines += _fish_verb(verb)
    return "\n".join(lines) + "\n"


def _fish_verb(verb: Verb) -> Iterable[str]:
    seen = f"complete -c newsreader -n '__fish_seen_subcommand_from {verb.name}'"
    for name, help, choices, follows in _options(verb):
        value = f" -x -a '{' '.join(choices)}'" if choices else " -r" if follows else ""
        yield f"{seen} -l {name[2:]}{value} -d '{_told(help)}'"
    if words := _words(verb):
        yield f"{seen} -f -a '{' '.join(words)}'"


def _told(text: str) -> str:
    return text.replace("'", "’").replace("`", "")
