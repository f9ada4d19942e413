"""Arranges a dossier and the drafter's text for print: frozen sections, each its own HTML, and the workbook's sheets.

The only room that speaks Jinja. What users type and what lists say is data for templates, never a template.
"""

from briefer.assemble.brief import assemble
from briefer.assemble.catalogue import template, templates
from briefer.assemble.keys import give_keys
from briefer.assemble.memory import Memory

__all__ = ["Memory", "assemble", "give_keys", "template", "templates"]
