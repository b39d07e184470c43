"""Rules of the models, AO-701 to AO-705: what a declared model needs is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from after_overdue.catalog.library import Library
from after_overdue.catalog.parameters import parameter_file
from after_overdue.errors import Problem

WORDS = ("menu", "title", "lead", "description", "figure_name")
"""What every model is called and said of, whoever shows it."""
OTHER_PAGES = ("home", "offer_check", "call_check")
"""Pages that treat claims and have no model."""


@dataclass(frozen=True)
class ModelNeeds:
    """What a declared model needs of the content.

    Attributes
    ----------
    inputs : names of its inputs and of those of its page
    predicted : kinds of what may be predicted on it
    page_path : its page in the folder of pages; an Explore page unless it says
    """

    slug: str
    inputs: tuple[str, ...]
    predicted: tuple[str, ...] = ()
    page_path: str = ""

    @property
    def page(self) -> str:
        """The file of its page in the folder of pages."""
        return f"{self.page_path or f'explore/{self.slug}'}.py"


def model_problems(
    models: Sequence[ModelNeeds], library: Library, pages: Path
) -> Iterator[Problem]:
    """Yield what the models need and do not find.

    Parameters
    ----------
    pages : the folder of the site's pages
    """
    for model in models:
        yield from _input_problems(model, library)
        yield from _word_problems(model, library)
        yield from _tolerance_problems(model, library)
        if not (pages / model.page).is_file():
            what = f"model '{model.slug}' has no page."
            remedy = f"Write pages/{model.page}."
            yield Problem(f"pages/{model.page}", what, remedy, "AO-704")
    if models:
        yield from _claim_problems(models, library)


def _input_problems(model: ModelNeeds, library: Library) -> Iterator[Problem]:
    for name in model.inputs:
        full = f"{model.slug}.{name}"
        found = library.parameters.get(full)
        if found is None and full in library.figures:
            continue
        if found is None or found.input is None:
            what = f"model '{model.slug}' takes '{name}', which is no input here."
            remedy = "Write the file, with 'input:' and 'control:'."
            yield Problem(parameter_file(full), what, remedy, "AO-701")


def _word_problems(model: ModelNeeds, library: Library) -> Iterator[Problem]:
    for language, said in library.said.items():
        missing = [word for word in WORDS if f"{model.slug}.{word}" not in said]
        if said and missing:
            what = f"model '{model.slug}' has no words for {', '.join(missing)}."
            remedy = f"Write them under '{model.slug}:'."
            where = f"content/interface.{language}.yaml"
            yield Problem(where, what, remedy, "AO-702")


def _tolerance_problems(model: ModelNeeds, library: Library) -> Iterator[Problem]:
    for kind in model.predicted:
        full = f"prediction.{model.slug}_{kind}"
        if full not in library.figures:
            what = f"a {kind} may be predicted on '{model.slug}', within no tolerance."
            remedy = "Write the file: how far from the model an answer is still right."
            yield Problem(parameter_file(full), what, remedy, "AO-703")


def _claim_problems(
    models: Sequence[ModelNeeds], library: Library
) -> Iterator[Problem]:
    known = (*OTHER_PAGES, *(model.slug for model in models))
    for name, claim in (library.claims or {}).items():
        for page in claim.pages:
            if page not in known:
                what = f"claim {name} names the page '{page}', which is none."
                remedy = f"Name one of: {', '.join(known)}."
                yield Problem("content/claims.yaml", what, remedy, "AO-705")
