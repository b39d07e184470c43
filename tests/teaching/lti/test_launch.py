"""For whom a platform's message is, and when."""

import json
import time

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from after_overdue.errors import ClassError
from after_overdue.teaching.join_codes import hash_of
from after_overdue.teaching.lti import launch
from after_overdue.teaching.lti.key import make_key
from after_overdue.teaching.lti.launch import CLAIM, LEEWAY, Begun, checked_message
from after_overdue.teaching.lti.platforms import Platform

OURS, NONCE = "client-1", "nonce"
URLS = [f"https://lms.example/{each}" for each in ("login", "token", "keys")]
PLATFORM = Platform("https://lms.example", OURS, *URLS)
WITHIN, BEYOND = LEEWAY.total_seconds() / 2, LEEWAY.total_seconds() * 2


@pytest.fixture(scope="module")
def platform_key(tmp_path_factory):
    """The key with which the platform signs; ours stands in a file."""
    signs = rsa.generate_private_key(65537, 2048)
    public = json.loads(RSAAlgorithm.to_jwk(signs.public_key()))
    ours = tmp_path_factory.mktemp("lti") / "key.pem"
    make_key(ours)
    kept = {"keys": [public | {"kid": "1", "alg": "RS256"}]}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LTI_KEY_FILE", str(ours))
        patch.setitem(launch.KEYS, PLATFORM.keys_url, (kept, time.monotonic() + 600))
        yield signs


@pytest.fixture
def refusal(platform_key):
    """Launch with some claims changed; why it is refused, nothing where it is not."""

    def launched(**changed: object) -> str:
        now = int(time.time())
        body = {
            "iss": PLATFORM.issuer,
            "aud": OURS,
            "sub": "u1",
            "nonce": NONCE,
            "iat": now,
            "exp": now + 60,
            f"{CLAIM}message_type": "LtiResourceLinkRequest",
            f"{CLAIM}version": "1.3.0",
            f"{CLAIM}deployment_id": "1",
            f"{CLAIM}target_link_uri": "https://tool.example/lti/launch",
            f"{CLAIM}resource_link": {"id": "link-1"},
            f"{CLAIM}roles": [],
        }
        token = jwt.encode(body | changed, platform_key, "RS256", {"kid": "1"})
        try:
            checked_message(Begun(1, PLATFORM, hash_of(NONCE), {}), token)
        except ClassError as error:
            return error.reason
        return ""

    return launched


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": OURS},
        {"aud": [OURS]},
        {"aud": [OURS, OURS]},
        {"aud": OURS, "azp": OURS},
        {"aud": [OURS, "other"], "azp": OURS},
        {"aud": ["other", OURS], "azp": OURS},
    ],
)
def test_a_message_is_for_us_wherever_we_stand_among_its_audiences(
    refusal, claims
) -> None:
    assert refusal(**claims) == ""


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "other"},
        {"aud": f"{OURS}0"},
        {"aud": OURS[:-1]},
        {"aud": []},
        {"aud": None},
        {"aud": 7},
        {"aud": [[OURS]]},
        {"aud": ["other"], "azp": OURS},
        {"aud": OURS, "azp": "other"},
        {"aud": OURS, "azp": ""},
        {"aud": [OURS, "other"]},
        {"aud": ["other", OURS]},
        {"aud": [OURS, "other"], "azp": "other"},
    ],
)
def test_a_message_for_another_tool_is_refused(refusal, claims) -> None:
    assert refusal(**claims) == "lti_audience"


def test_clocks_may_differ_by_a_minute_and_by_no_more(refusal) -> None:
    now = time.time()
    assert refusal(exp=now - WITHIN) == ""
    assert refusal(nbf=now + WITHIN) == refusal(iat=now + WITHIN) == ""
    assert refusal(exp=now - BEYOND) == "lti_expired"
    assert refusal(nbf=now + BEYOND) == refusal(iat=now + BEYOND) == "lti_early"


@pytest.mark.parametrize("claim", ["exp", "iat", "nbf"])
@pytest.mark.parametrize("moment", ["soon", None, [], float("inf")])
def test_a_moment_that_is_none_is_refused(refusal, claim, moment) -> None:
    assert refusal(**{claim: moment}) == "lti_signature"
