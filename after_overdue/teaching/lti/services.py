"""How a platform's services are asked: by the library, with our own rules."""

from __future__ import annotations

import time

from pylti1p3.registration import Registration
from pylti1p3.service_connector import ServiceConnector

from after_overdue.teaching.lti.outside import Outside

EARLY_SECONDS = 10


class Connector(ServiceConnector):
    """Asks the services of one platform; a token lasts as long as the platform says."""

    tokens: dict[tuple[str | None, ...], tuple[str, float]] = {}  # noqa: RUF012

    def __init__(self, registration: Registration) -> None:
        super().__init__(registration, Outside())

    def _get_cached_access_token(self, scope_key: str) -> str | None:
        token, ends = self.tokens.get(self._place(scope_key), ("", 0.0))
        return token if time.monotonic() < ends else None

    def _cache_access_token(
        self, scope_key: str, access_token: str, expires_in: float
    ) -> None:
        ends = time.monotonic() + float(expires_in) - EARLY_SECONDS
        self.tokens[self._place(scope_key)] = access_token, ends

    def _place(self, scope_key: str) -> tuple[str | None, ...]:
        """Return what a token is for; platforms may know us by the same client's id."""
        platform = self._registration
        return platform.get_auth_token_url(), platform.get_client_id(), scope_key
