"""A trainer at a link of a course that was changed while its class is open."""

import re

import pytest

from after_overdue.catalog.interface import words
from tests.web.lti_platform import CLAIM, ROLE, TOOL, launch

LANGUAGES = ("en", "zh")
OURS = {"origin": TOOL, "sec-fetch-site": "same-origin"}
TRAINER = {"sub": "t1", f"{CLAIM}roles": [f"{ROLE}Instructor"]}
CHANGED = {"lesson": "three-clocks", "pace": "live", "language": "en"}


def class_of(seen) -> str:
    """The class in the address of a learner's page."""
    return seen.url.path.split("/")[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_trainer_is_told_that_the_link_was_changed_and_opens_it_anew(
    platform, reader, language
) -> None:
    learner = launch(reader, platform)
    options = re.findall(r'name="options" value="([^"]+)"', learner.text)
    form = {"step": 0, "options": options[0]}
    reader.post(f"{learner.url.path}answer", data=form, headers=OURS)
    texts = words("lti", language)
    shown = {f"{CLAIM}launch_presentation": {"locale": language}}
    assert texts["changed_about"] not in launch(
        reader, platform, **TRAINER, **shown
    ).text.replace("&#39;", "'")
    told = launch(reader, platform, **TRAINER, **shown, **{f"{CLAIM}custom": CHANGED})
    said = told.text.replace("&#39;", "'")
    assert texts["changed_about"] in said and texts["pace_live"] in said
    [action] = re.findall(r'action="(anew[^"]+)"', told.text)
    anew = f"{told.url.path}{action}".replace("&amp;", "&")
    unsure = reader.post(anew, headers=OURS)
    assert texts["changed_open"] in unsure.text
    assert class_of(launch(reader, platform)) == class_of(learner)
    elsewhere = {"origin": "https://lms.example", "sec-fetch-site": "cross-site"}
    assert reader.post(anew, data={"sure": "yes"}, headers=elsewhere).status_code == 403
    opened = reader.post(anew, data={"sure": "yes"}, headers=OURS)
    assert opened.status_code == 200 and texts["changed_open"] not in opened.text
    assert texts["live_about"] in opened.text
    again = launch(reader, platform, **{f"{CLAIM}custom": CHANGED})
    assert class_of(again) != class_of(learner) and 'data-phase="waiting"' in again.text
    page = anew.replace("lesson=three-clocks", "page=apr").replace("three-clocks", "x")
    assert reader.post(page, data={"sure": "yes"}, headers=OURS).status_code == 400
