"""The first byte of every interactive page: language, title, and its one address."""

import html
import re

import pytest

from after_overdue.catalog.claims import claims
from after_overdue.catalog.interface import words
from after_overdue.catalog.questions import questions
from after_overdue.web.pages import NOUNS

HOST = "http://testserver"


def frame(client, path: str, language: str) -> str:
    mark = "&" if "?" in path else "?"
    found = client.get(f"{path}{mark}lang={language}")
    assert found.status_code == 200
    return html.unescape(found.text)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("noun", NOUNS)
def test_every_page_has_its_language_title_and_description(
    client, noun, language
) -> None:
    text = frame(client, "/" if noun == "home" else f"/{noun}", language)
    texts, site = words(noun, language), words("site", language)
    assert f'<html lang="{language}"' in text
    assert f"<title>{texts['menu']} · {site['name']}</title>" in text
    about = texts.get("description")
    about = site["of_place"] + about if about else site["tagline"]
    assert f'<meta name="description" content="{about}" />' in text
    head = text.partition("</head>")[0]
    assert head.count("<title>") == head.count('rel="canonical"') == 1


@pytest.mark.parametrize("tag", ["zh-CN", "zh_CN", "ZH", "zh-Hans"])
def test_a_language_is_known_however_it_is_written(client, tag) -> None:
    assert '<html lang="zh"' in frame(client, "/apr", tag)


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/score-recovery?months=24&lang=zh", "/score_recovery?months=24&lang=zh"),
        ("/Loan_Book/", "/loan_book"),
        ("/OFFER-CHECK", "/offer_check"),
    ],
)
def test_hyphens_and_capitals_lead_to_the_page(client, path, target) -> None:
    found = client.get(path, follow_redirects=False)
    assert (found.status_code, found.headers["location"]) == (307, target)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_link_to_a_question_is_titled_by_it_and_its_home_is_its_page(
    client, language
) -> None:
    text = frame(client, "/questions?q=five-years-from-when", language)
    question = questions(language)["five-years-from-when"]
    assert f"<title>{question.title} · " in text
    page = f"/read/{language}/questions/five-years-from-when"
    assert f'<link rel="canonical" href="{page}" />' in text
    other = {"en": "zh", "zh": "en"}[language]
    there = page.replace(f"/{language}/", f"/{other}/")
    assert f'hreflang="{other}" href="{there}"' in text


def test_a_link_to_a_claim_is_titled_by_it(client) -> None:
    text = frame(client, "/claims?claim=S41", "en")
    assert f"<title>S41: {claims()['S41'].text.en} · After Overdue</title>" in text
    assert '<link rel="canonical" href="/read/en/claims" />' in text


@pytest.mark.parametrize("path", ["/questions?q=no-such", "/claims?claim=S999"])
def test_a_link_to_nothing_is_titled_by_its_page(client, path) -> None:
    noun = path[1:].partition("?")[0]
    assert f"<title>{words(noun, 'en')['menu']} · " in frame(client, path, "en")


def test_a_model_is_at_home_at_its_own_address_whatever_its_settings(client) -> None:
    text = frame(client, "/apr?months=24", "zh")
    assert '<link rel="canonical" href="/apr?lang=zh" />' in text
    assert 'hreflang="x-default" href="/apr?lang=en"' in text


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("/", "/read/en/"),
        ("/score_recovery", "/read/en/"),
        ("/glossary", "/read/en/glossary"),
        ("/questions?q=what-it-costs", "/read/en/questions/what-it-costs"),
    ],
)
def test_without_scripts_a_page_leads_to_one_that_can_be_read(
    client, path, way
) -> None:
    (inside,) = re.findall("<noscript>(.*?)</noscript>", frame(client, path, "en"))
    assert f'<a href="{way}">' in inside
    assert client.get(way).status_code == 200


def card(text: str) -> dict[str, str]:
    """Return what a chat would show of a link."""
    return dict(re.findall(r'<meta property="(og:\w+)" content="(.*?)" />', text))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_shared_link_shows_its_own_case(client, language) -> None:
    shown = card(frame(client, "/score_recovery?points_lost=33", language))
    assert shown["og:title"] == words("score_recovery", language)["menu"]
    image = shown["og:image"].removeprefix(HOST)
    assert image.startswith("/charts/score_recovery.png?")
    assert {"points_lost=33", f"lang={language}"} <= set(
        image.partition("?")[2].split("&")
    )
    assert client.get(image).headers["content-type"] == "image/png"


def test_a_shared_link_with_a_value_out_of_range_shows_the_case_that_opens(
    client,
) -> None:
    shown = card(frame(client, "/apr?months=9999", "en"))
    assert client.get(shown["og:image"].removeprefix(HOST)).status_code == 200


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/", "three_clocks"),
        ("/claims", "score_recovery"),
        ("/questions?q=what-it-costs", "penalty_interest"),
    ],
)
def test_a_page_without_a_figure_is_shared_with_that_of_an_answer(
    client, path, page
) -> None:
    image = card(frame(client, path, "zh"))["og:image"].removeprefix(HOST)
    assert image.startswith(f"/charts/{page}.png?lang=zh&")
    assert client.get(image).headers["content-type"] == "image/png"


def test_the_card_of_a_class_tells_nothing_of_its_address(client) -> None:
    text = frame(client, "/class_session?host=a-secret-of-the-host", "en")
    shown = card(text)
    assert shown.keys() == {"og:type", "og:title", "og:description"}
    assert not any("secret" in each for each in shown.values())


@pytest.mark.parametrize(
    ("path", "moved"),
    [
        ("/apr", "html"),
        ("/claims", "html"),
        ("/embed/apr", "live-figure"),
        ("/read/en/questions/what-it-costs", "live-figure"),
    ],
)
def test_a_browsers_translator_leaves_alone_what_scripts_change(
    client, path, moved
) -> None:
    tags = re.findall(f"<{moved}[^>]*>", client.get(path).text)
    assert tags
    assert all('translate="no"' in each for each in tags)
