"""Dynamic registration: a platform's administrator opens one address, and both know us.

Whoever has the secret in that address may register a platform, as the operator may by
command; without the setting there is no such address.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import urlsplit

import requests
from pylti1p3.dynamic_registration import DynamicRegistration

from after_overdue.catalog.interface import words
from after_overdue.errors import ClassError, SettingError
from after_overdue.settings import public_address, setting
from after_overdue.teaching.lti.launch import BROKEN
from after_overdue.teaching.lti.outside import Outside, is_address
from after_overdue.teaching.lti.platforms import Platform, add_platform
from after_overdue.teaching.store import Store

SETTING = "LTI_REGISTRATION"
SCOPES = (
    "https://purl.imsglobal.org/spec/lti-ags/scope/score",
    "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
    "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly",
)
TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration"


def may_register(token: str) -> bool:
    """Return whether this is the secret with which platforms register."""
    expected = setting(SETTING)
    return bool(expected) and hmac.compare_digest(expected.encode(), token.encode())


class _Registration(DynamicRegistration):
    """What we tell a platform of ourselves, and keep of it."""

    def __init__(self, configuration: str, token: str, language: str) -> None:
        self.configuration, self.token = configuration, token
        self.client_name = words("site", language)["name"]
        self.description = words("lti", language)["tool_about"]
        self.place = public_address()

    def get_request_session(self) -> requests.Session:
        return Outside()

    def get_initiate_login_uri(self) -> str:
        return f"{self.place}/lti/login"

    def get_jwks_uri(self) -> str:
        return f"{self.place}/lti/keys"

    def get_redirect_uris(self) -> list[str]:
        return [self.get_target_link_uri()]

    def get_target_link_uri(self) -> str:
        return f"{self.place}/lti/launch"

    def get_scopes(self) -> list[str]:
        return list(SCOPES)

    def get_domain(self) -> str:
        return urlsplit(self.place).netloc

    def get_logo_uri(self) -> str:
        return f"{self.place}/favicon.ico"

    def get_messages(self) -> list[dict[str, str]]:
        target = self.get_target_link_uri()
        choosing = {"type": "LtiDeepLinkingRequest", "label": self.client_name}
        return [{**choosing, "target_link_uri": target}]

    def get_openid_configuration_endpoint(self) -> str:
        return self.configuration

    def get_registration_token(self) -> Any:  # noqa: ANN401  # None where there is none
        return self.token or None

    def complete_registration(
        self,
        openid_configuration: Mapping[str, Any],
        openid_registration: Mapping[str, Any],
    ) -> Platform:
        deployment = openid_registration[TOOL].get("deployment_id")
        return Platform(
            issuer=str(openid_configuration["issuer"]),
            client_id=str(openid_registration["client_id"]),
            login_url=str(openid_configuration["authorization_endpoint"]),
            token_url=str(openid_configuration["token_endpoint"]),
            keys_url=str(openid_configuration["jwks_uri"]),
            deployments=(str(deployment),) if deployment else (),
            audience=str(openid_configuration.get("authorization_server") or ""),
        )


def registered(store: Store, configuration: str, token: str, language: str) -> Platform:
    """Register us with a platform, and it with us; return it.

    Parameters
    ----------
    configuration : the platform's address that says how it is reached
    token : that it asks back

    Raises
    ------
    ClassError
        ``lti_not_registered`` where it does not answer as the standard has it.
    """
    if not is_address(configuration):
        raise ClassError("lti_not_registered")
    asked = _Registration(configuration, token, language)
    try:
        platform = cast(Platform, asked.register())
        add_platform(store, platform)
    except (*BROKEN, AssertionError, requests.RequestException, SettingError) as error:
        raise ClassError("lti_not_registered") from error
    return platform
