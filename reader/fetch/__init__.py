"""An address to a Page: conditional, polite, bounded. The only room that opens connections (with `llm`).

No cookies, no scripts, no address that the person did not ask for; a server's own words never reach the screen.
"""

from __future__ import annotations

from reader.fetch.client import AGENT, Fetcher
from reader.fetch.many import fetch_all
from reader.fetch.state import State
from reader.fetch.values import Answer, Limits, NoPageError, Request, Result

__all__ = ["AGENT", "Answer", "Fetcher", "Limits", "NoPageError", "Request", "Result", "State", "fetch_all"]
