"""A course platform of our own: it signs launches, has a roster and takes grades."""

import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
from pylti1p3.dynamic_registration import generate_key_pair
from pylti1p3.registration import Registration
from starlette.testclient import TestClient

from after_overdue.teaching.lti.launch import AGS, CLAIM, DEEP_LINKING, NRPS
from after_overdue.teaching.lti.platforms import Platform

CLIENT, DEPLOYMENT = "client-7", "1"
PRIVATE, PUBLIC = generate_key_pair(2048)
OTHERS, _ = generate_key_pair(2048)
ROLE = "http://purl.imsglobal.org/vocab/lis/v2/membership#"
TOOL = "https://tool.example"


@dataclass
class CoursePlatform:
    """Everything that the platform was asked, and how it answers on loopback."""

    scores: list[dict] = field(default_factory=list)
    registered: list[dict] = field(default_factory=list)
    trouble: int = 0

    def __enter__(self) -> "CoursePlatform":
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(self))
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        return self

    def __exit__(self, *_raised: object) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    @property
    def platform(self) -> Platform:
        """What its operator would register with us."""
        urls = (f"{self.address}/{each}" for each in ("login", "token", "keys"))
        return Platform(self.address, CLIENT, *urls, (DEPLOYMENT,))

    def answer(self, method: str, path: str, body: str) -> tuple[int, object]:
        if self.trouble:
            return self.trouble, {}
        if path == "/keys":
            return 200, {"keys": [dict(Registration.get_jwk(PUBLIC))]}
        if path == "/token":
            assert parse_qs(body)["client_assertion"]
            return 200, {"access_token": "a-token", "expires_in": 60}
        if path == "/members":
            learner = {"user_id": "u1", "name": "Li Lei", "roles": ["Learner"]}
            late = {"user_id": "u2", "name": "Han Mei", "roles": [f"{ROLE}Learner"]}
            both = ["Instructor", f"{ROLE}Learner"]
            boss = {"user_id": "t1", "name": "Teacher", "roles": both}
            return 200, {"id": "x", "members": [learner, late, boss]}
        if path == "/line/scores":
            self.scores.append(json.loads(body))
            return 200, {}
        if path == "/openid":
            return 200, self.openid
        if path == "/register":
            self.registered.append(json.loads(body))
            tool = {"deployment_id": DEPLOYMENT}
            spec = "https://purl.imsglobal.org/spec/lti-tool-configuration"
            return 200, {"client_id": CLIENT, spec: tool}
        return 404, {}

    @property
    def openid(self) -> dict[str, object]:
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/login",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "registration_endpoint": f"{self.address}/register",
            "https://purl.imsglobal.org/spec/lti-platform-configuration": {},
        }

    def message(self, fresh: str, **changed: object) -> dict[str, object]:
        """What it signs for a learner at a link that has a lesson."""
        now = int(time.time())
        scopes = ["score", "lineitem"]
        body = {
            "iss": self.address,
            "aud": CLIENT,
            "sub": "u1",
            "nonce": fresh,
            "iat": now,
            "exp": now + 60,
            f"{CLAIM}message_type": "LtiResourceLinkRequest",
            f"{CLAIM}version": "1.3.0",
            f"{CLAIM}deployment_id": DEPLOYMENT,
            f"{CLAIM}target_link_uri": f"{TOOL}/lti/launch",
            f"{CLAIM}resource_link": {"id": "link-1"},
            f"{CLAIM}roles": [f"{ROLE}Learner"],
            f"{CLAIM}custom": {"lesson": "repair-fraud", "language": "en"},
            f"{CLAIM}launch_presentation": {"locale": "en"},
            AGS: {
                "scope": [
                    f"https://purl.imsglobal.org/spec/lti-ags/scope/{each}"
                    for each in scopes
                ],
                "lineitem": f"{self.address}/line",
            },
            NRPS: {"context_memberships_url": f"{self.address}/members"},
        }
        return body | {
            name: value for name, value in changed.items() if value is not None
        }

    def choosing(self) -> dict[str, object]:
        """What it signs where a trainer chooses content."""
        return {
            f"{CLAIM}message_type": "LtiDeepLinkingRequest",
            f"{CLAIM}roles": [f"{ROLE}Instructor"],
            DEEP_LINKING: {
                "deep_link_return_url": f"{self.address}/chosen",
                "accept_types": ["ltiResourceLink"],
                "accept_presentation_document_targets": ["iframe"],
                "data": "kept",
            },
        }


def signed(
    body: dict[str, object], *, key: str = PRIVATE, algorithm: str = "RS256"
) -> str:
    """A message with a signature, or with none."""
    headers = {"kid": Registration.get_jwk(PUBLIC)["kid"]}
    given = "" if algorithm == "none" else key
    return jwt.encode(body, given, algorithm=algorithm, headers=headers)


def login(browser: TestClient, platform: CoursePlatform) -> dict[str, str]:
    """Begin a login as the platform has a browser do; what we ask it for."""
    asked = {"iss": platform.address, "login_hint": "me", "client_id": CLIENT}
    found = browser.get("/lti/login", params=asked, follow_redirects=False)
    assert found.status_code == 303, found.text
    query = parse_qs(urlsplit(found.headers["location"]).query)
    return {name: value[0] for name, value in query.items()}


def post(browser: TestClient, state: str, id_token: str, **more):
    """Send a signed message to us, as a page of the platform does."""
    elsewhere = {"origin": "https://lms.example", "sec-fetch-site": "cross-site"}
    form = {"state": state, "id_token": id_token}
    return browser.post("/lti/launch", data=form, headers=elsewhere, **more)


def launch(browser: TestClient, platform: CoursePlatform, **changed: object):
    """Log in and launch; what a browser sees then."""
    asked = login(browser, platform)
    return post(
        browser, asked["state"], signed(platform.message(asked["nonce"], **changed))
    )


def handler_of(platform: CoursePlatform) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            body = self.rfile.read(length).decode()
            path = urlsplit(self.path).path
            status, found = platform.answer(self.command, path, body)
            sent = json.dumps(found).encode()
            self.send_response(status)
            self.send_header("content-length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

        do_POST = do_GET

        def log_message(self, *_given: object) -> None:
            pass

    return Handler
