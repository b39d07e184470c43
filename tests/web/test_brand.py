"""The face: name and mark on every kind of page, before any script has run."""

import pytest

from after_overdue.catalog.interface import words


@pytest.mark.parametrize(
    "path",
    [
        "/?lang={}",
        "/questions?lang={}",
        "/read/{}/",
        "/read/{}/questions/what-to-do-first",
        "/read/{}/nowhere",
        "/embed/three_clocks?lang={}",
        "/join?lang={}",
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_kind_of_page_has_the_name_and_the_mark(client, path, language) -> None:
    text = client.get(path.format(language)).text
    assert 'class="brand-mark"' in text
    assert words("site", language)["name"] in text.partition("<body")[2]


def test_home_leads_home_and_the_bar_keeps_the_settings(client) -> None:
    found = client.get("/home?lang=zh", follow_redirects=False)
    assert found.headers["location"] == "/?lang=zh"
    text = client.get("/apr?lang=zh&months=24").text
    assert '<a href="/?lang=zh">' in text
    assert '"?months=24&amp;lang=en"' in text
