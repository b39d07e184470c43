"""A course platform sends people here: who is let in, and who is refused and why."""

import itertools
import re
import time
from datetime import timedelta
from pathlib import Path

import jwt
import pytest

from after_overdue.catalog.interface import words
from after_overdue.catalog.quizzes import quiz_topics
from after_overdue.cli import main
from after_overdue.errors import SettingError
from after_overdue.teaching.class_session import command, host_view
from after_overdue.teaching.lti.grades import send_due
from after_overdue.teaching.lti.launch import CLAIM
from after_overdue.teaching.lti.platforms import (
    Platform,
    platforms,
    remove_platform,
)
from after_overdue.teaching.lti.services import Connector
from after_overdue.teaching.store import store
from after_overdue.web import lti_choose_routes
from after_overdue.web.checked_settings import check_settings
from tests.web.class_room import alert, hidden, now
from tests.web.lti_platform import (
    CLIENT,
    OTHERS,
    ROLE,
    TOOL,
    launch,
    login,
    post,
    signed,
)

LANGUAGES = ("en", "zh")
REFUSED = {
    "lti_signature": [{"key": OTHERS}, {"algorithm": "none"}],
    "lti_audience": [{"aud": "another-tool"}, {"iss": "https://other.example"}],
    "lti_expired": [{"exp": int(time.time()) - 120}],
    "lti_early": [{"iat": int(time.time()) + 3600}],
    "lti_used": [{"nonce": "of-another-login"}],
    "lti_deployment": [{f"{CLAIM}deployment_id": "9"}],
    "lti_message": [{f"{CLAIM}version": "1.1"}, {f"{CLAIM}resource_link": {"id": ""}}],
    "lti_content": [{f"{CLAIM}custom": {"lesson": "none-such"}}],
}
CASES = [(reason, case) for reason, cases in REFUSED.items() for case in cases]


def test_a_launch_that_does_not_hold_is_refused_in_a_sentence(platform, reader) -> None:
    for language, (reason, case) in itertools.product(LANGUAGES, CASES):
        how = {name: case[name] for name in ("key", "algorithm") if name in case}
        changed = {name: value for name, value in case.items() if name not in how}
        asked = login(reader, platform)
        body = platform.message(asked["nonce"], **changed)
        reader.headers["accept-language"] = language
        found = post(reader, asked["state"], signed(body, **how))
        said = alert(found.text).replace("&#39;", "'")
        assert found.status_code == 400, reason
        assert said == words("class_refused", language)[reason]


def test_a_message_serves_once_and_to_the_browser_that_began(platform, reader) -> None:
    asked = login(reader, platform)
    token = signed(platform.message(asked["nonce"]))
    assert "/me/" in str(post(reader, asked["state"], token).url)
    again = post(reader, asked["state"], token)
    assert alert(again.text) == words("class_refused", "en")["lti_used"]
    asked = login(reader, platform)
    reader.cookies.clear()  # refused inside another site's page
    token = signed(platform.message(asked["nonce"]))
    window = post(reader, asked["state"], token).text
    assert 'href="/lti/login?' in window and 'target="_blank"' in window
    unknown = reader.get("/lti/login?iss=https://other.example&login_hint=x")
    assert alert(unknown.text) == words("class_refused", "en")["lti_platform"]


def test_a_learner_comes_back_as_the_same_and_a_trainer_runs_the_class(
    platform, reader
) -> None:
    first = launch(reader, platform)
    reader.cookies.clear()
    assert launch(reader, platform).url.path == first.url.path
    launch(reader, platform, sub="u2")
    trainer = {"sub": "t1", f"{CLAIM}roles": [f"{ROLE}Instructor"]}
    desk = launch(reader, platform, **trainer)
    assert "Learners who have come: 2." in desk.text and "/desk/" not in desk.text
    live = {f"{CLAIM}custom": {"lesson": "repair-fraud", "pace": "live"}}
    place = {f"{CLAIM}resource_link": {"id": "link-2"}}
    desk = launch(reader, platform, **trainer, **live, **place)
    waits = launch(reader, platform, **live, **place).text
    assert "/desk/" in desk.text and 'data-phase="waiting"' in waits
    secret = desk.url.path.split("/")[-2]
    for rev in range(1, host_view(store(), secret, now=now()).scene.steps + 1):
        assert send_due(store(), now=now()) == 0
        command(store(), secret, rev=rev, command="next", now=now())
    assert send_due(store(), now=now()) == 1
    assert platform.scores[-1]["activityProgress"] == "Completed"


def test_a_sub_role_of_a_learner_hands_out_no_host_secret(platform, reader) -> None:
    sub_role = f"{ROLE.removesuffix('#')}/Learner#Instructor"
    roles = {f"{CLAIM}roles": [f"{ROLE}Learner", sub_role]}
    assert "/me/" in launch(reader, platform, **roles).url.path


def test_a_link_may_lead_to_a_page_or_a_topic(platform, reader) -> None:
    reader.follow_redirects = False
    topic = quiz_topics()[0]
    for custom, leads in (({"page": "apr"}, "/apr?"), ({"quiz": topic}, "/quiz?")):
        found = launch(reader, platform, **{f"{CLAIM}custom": custom})
        assert found.headers["location"].startswith(leads)
    asked = {"iss": platform.address, "login_hint": "me"}
    kept = reader.get("/lti/login", params=asked).headers["set-cookie"]
    assert "Secure; SameSite=None; Partitioned" in kept and "HttpOnly" in kept
    [key] = reader.get("/lti/keys").json()["keys"]
    assert key["kid"] and not {"d", "p", "q"} & key.keys()


def test_there_is_nothing_of_lti_until_a_server_has_a_key(client) -> None:
    for path in ("/lti/login", "/lti/keys", "/lti/class/x/"):
        assert client.get(path).status_code == 404


def test_a_platform_in_a_private_network_is_not_asked(
    platform, reader, monkeypatch
) -> None:
    monkeypatch.setenv("LTI_REACH", "public")
    asked = login(reader, platform)
    found = post(reader, asked["state"], signed(platform.message(asked["nonce"])))
    assert found.status_code == 502
    assert alert(found.text) == words("class_refused", "en")["lti_keys"]


def test_a_token_of_one_platform_is_given_to_no_other(platform, reader) -> None:
    one, other = (
        Connector(
            Platform(
                issuer=f"https://{name}.example",
                client_id=CLIENT,
                login_url=f"https://{name}.example/login",
                token_url=f"https://{name}.example/token",
                keys_url=f"https://{name}.example/keys",
            ).registration()
        )
        for name in ("one", "other")
    )
    one._cache_access_token("score", "a-token", 60)
    assert one._get_cached_access_token("score") == "a-token"
    assert other._get_cached_access_token("score") is None


def test_a_grade_is_sent_again_until_the_platform_takes_it(platform, reader) -> None:
    learner = launch(reader, platform)
    assert send_due(store(), now=now()) == 0
    place = learner.url.path
    options = re.findall(r'name="options" value="([^"]+)"', learner.text)
    form = {"step": 0, "options": options[0]}
    ours = {"origin": TOOL, "sec-fetch-site": "same-origin"}
    reader.post(f"{place}answer", data=form, headers=ours)
    platform.trouble = 503
    assert send_due(store(), now=now()) == 0
    trainer = {"sub": "t1", f"{CLAIM}roles": [f"{ROLE}Instructor"]}
    platform.trouble = 0
    seen = launch(reader, platform, **trainer)
    assert "The platform refused it. It is tried again by itself." in seen.text
    assert send_due(store(), now=now()) == 0  # not at once
    reader.post(f"{seen.url.path}send", headers=ours)
    assert send_due(store(), now=now()) == 1
    reader.post(f"{place}walk", data={"to": 0}, headers=ours)
    assert send_due(store(), now=now()) == 1
    assert send_due(store(), now=now()) == 0
    sent = platform.scores[-1]
    assert sent["userId"] == "u1" and sent["gradingProgress"] == "FullyGraded"
    assert 0 <= sent["scoreGiven"] <= sent["scoreMaximum"]
    named = reader.get(seen.url.path, params={"names": "course"}).text
    assert "Taken on 20" in named and "<td>Li Lei</td>" in named
    assert "Not here yet: Han Mei." in named and "Teacher" not in named
    platform.trouble = 500
    asked = reader.get(seen.url.path, params={"names": "course"}).text
    assert alert(asked) == words("class_refused", "en")["lti_roster"]


def test_what_a_trainer_chooses_is_what_the_link_opens(
    platform, reader, monkeypatch
) -> None:
    ours = {"origin": TOOL, "sec-fetch-site": "same-origin"}
    shown = launch(reader, platform, **platform.choosing())
    offered = re.findall(r'name="content" value="(\w+):([^"]+)"', shown.text)
    assert {kind for kind, _ in offered} == {"lesson", "page", "quiz"}
    for content in ("lesson:three-clocks", "page:apr", f"quiz:{quiz_topics()[0]}"):
        form = {"form": hidden(shown.text, "form"), "content": content}
        more = {"pace": "live", "language": "zh"}
        found = reader.post("/lti/choose", data=form | more, headers=ours)
        policy = found.headers["content-security-policy"]
        assert f"form-action {platform.address}" in policy
        answer = jwt.decode(
            hidden(found.text, "JWT"),
            jwt.PyJWK(reader.get("/lti/keys").json()["keys"][0]),
            audience=platform.address,
        )
        assert answer["https://purl.imsglobal.org/spec/lti-dl/claim/data"] == "kept"
        [item] = answer["https://purl.imsglobal.org/spec/lti-dl/claim/content_items"]
        kind, name = content.split(":")
        assert item["custom"][kind] == name and ("lineItem" in item) == (
            "pace" in item["custom"]
        )
    old = hidden(shown.text, "form")
    monkeypatch.setattr(lti_choose_routes, "now", lambda: now() + timedelta(hours=3))
    for text in ("x", old):
        refused = reader.post("/lti/choose", data=form | {"form": text}, headers=ours)
        assert alert(refused.text) == words("class_refused", "en")["lti_used"]


def test_a_platform_registers_itself_with_a_secret(
    platform, reader, monkeypatch
) -> None:
    remove_platform(store(), platform.address, CLIENT)
    asked = {"openid_configuration": f"{platform.address}/openid"}
    path, ours = f"/lti/register/{'s' * 16}", {"origin": TOOL}
    assert reader.get(path, params=asked).status_code == 404
    monkeypatch.setenv("LTI_REGISTRATION", "s" * 16)
    assert 'method="post"' in reader.get(path, params=asked).text
    assert not platform.registered  # by looking
    assert platform.address in reader.post(path, data=asked, headers=ours).text
    [told] = platform.registered
    assert told["initiate_login_uri"] == f"{TOOL}/lti/login"
    [known] = platforms(store())
    assert known.keys_url == platform.platform.keys_url
    assert "/me/" in launch(reader, platform).url.path
    broken = {"openid_configuration": f"{platform.address}/keys"}
    found = reader.post(path, data=broken, headers=ours)
    assert alert(found.text) == words("class_refused", "en")["lti_not_registered"]


def test_an_operator_makes_a_key_and_registers_platforms_by_command(
    server, monkeypatch, tmp_path, capsys
) -> None:
    key = str(tmp_path / "own.pem")
    assert main(["lti-key", key]) == 0
    assert main(["lti-key", key]) == 2  # never over another
    monkeypatch.setenv("LTI_KEY_FILE", key)
    named = ["https://lms.example", "client"]
    places = [f"--{each}=https://lms.example/{each}" for each in ("login", "token")]
    assert main(["lti-add", *named, *places, "--keys=http://lms.example"]) == 2
    assert main(["lti-add", *named, *places, "--keys=https://lms.example/k"]) == 0
    assert main(["lti-list"]) == 0
    assert "https://lms.example · client" in capsys.readouterr().out
    assert [main(["lti-remove", *named]) for _ in range(2)] == [0, 1]
    Path(key).chmod(0o644)
    monkeypatch.setenv("SITE_ADDRESS", TOOL)
    with pytest.raises(SettingError, match="may be read by others"):
        check_settings()
