"""Screens that are shown on request, each loaded when it is first shown."""
