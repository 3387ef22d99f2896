"""The finished documents: one call from the store to the bytes of a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from analytics.export.brief import Wording, brief_file, usual_wording
from analytics.export.dossier import Dossier
from analytics.export.letters import letters, letters_zip
from analytics.intake.gate import inspect
from analytics.model import Problem
from analytics.store import Store, TemplateRow
from analytics.text import Language, Text, say


class TemplateFaultError(Exception):
    """The county's template cannot be filled in; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.zh)
        self.text = text


BRIEF_TEMPLATE = "brief"
"""The name under which the store keeps the brief's template."""

TITLE, ADDRESSEE, SIGNER = "brief_title", "brief_addressee", "brief_signer"
"""Settings of the store that replace the usual wording of the brief; the title may name {county} and {year}."""


def wording_of(
    store: Store, dossier: Dossier, *, title: str | None = None, addressee: str | None = None, signer: str | None = None
) -> Wording:
    """What stands at the head and foot: as given, else as set for the county, else the usual."""
    usual = usual_wording(dossier.county, dossier.year, dossier.language)
    held = (store.setting(TITLE), store.setting(ADDRESSEE), store.setting(SIGNER))
    named = [next((word for word in pair if word), None) for pair in zip((title, addressee, signer), held, strict=True)]
    said = replace(
        usual,
        title=_filled(named[0], dossier) or usual.title,
        addressee=named[1] or usual.addressee,
        signer=named[2] or usual.signer,
    )
    return said if said.addressee.endswith(("：", ":")) else replace(said, addressee=said.addressee + "：")


def brief(dossier: Dossier, wording: Wording, *, charts: bool = True, template: bytes | None = None) -> bytes | Text:
    """The Word brief with its charts; in a county's own ``template`` where one is given.

    A Text says what is wrong with the template.
    """
    from analytics.documents.charts import brief_pictures

    if template is not None:
        fault = template_fault(template)
        if fault:
            return fault
    pictures = brief_pictures(dossier) if charts else ()
    if template is None:
        return brief_file(dossier, pictures, wording)
    from analytics.export.brief.template import fill_template

    return fill_template(template, dossier, pictures, wording)


def template_fault(template: bytes) -> Text | None:
    """Why a file cannot be a template at all; the gate for files of strangers stands before this one, too."""
    found = inspect(template, "template.docx")
    if isinstance(found, Problem):
        return found.message
    if found.format != "docx":
        return say("模板要用 Word 文档（.docx），请用 Word 或 WPS 另存为 .docx。")
    return None


def held_template(store: Store) -> TemplateRow | None:
    """The county's own template of the brief, None where it has none."""
    return store.template(BRIEF_TEMPLATE)


def tried(template: bytes, dossier: Dossier) -> Text | None:
    """What goes wrong when a template is filled in with these figures; None where nothing does."""
    from analytics.export.brief.template import fill_template

    made = fill_template(template, dossier, (), usual_wording(dossier.county, dossier.year, dossier.language))
    return made if isinstance(made, Text) else None


def starter_template(language: Language = "zh") -> bytes:
    """A template to start from."""
    from analytics.export.brief.template import starter_template as starter

    return starter(language)


def letters_package(
    dossier: Dossier,
    signer: str,
    townships: Sequence[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> bytes:
    """All letters as a zip."""
    return letters_zip(letters(dossier, townships, signer, progress), dossier)


def _filled(title: str | None, dossier: Dossier) -> str | None:
    # Replaced one by one: str.format would take any brace in a title for a field of its own.
    if title is None:
        return None
    return title.replace("{county}", dossier.county).replace("{year}", str(dossier.year))
