"""Every kind of page leads to what is kept."""

import pytest

LANGUAGES = ("en", "zh")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path",
    [
        "/read/{}/",
        "/read/{}/claims",
        "/embed/apr?lang={}",
        "/join?lang={}",
        "/x?lang={}",
    ],
)
def test_a_page_leads_to_what_is_kept(client, path, language) -> None:
    text = client.get(path.format(language)).text
    assert f'/read/{language}/privacy"' in text


def test_a_learners_page_leads_to_what_is_kept(room) -> None:
    phone = room.phone().join()
    assert '/read/en/privacy"' in phone.client.get(phone.place).text
