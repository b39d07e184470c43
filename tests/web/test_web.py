"""HTTP beside Streamlit: health, compressed files, headers, and what stays closed."""

import gzip

import brotli
import pytest

from after_overdue.figures.theme import ASSETS, PLOTLY_URL
from after_overdue.web.static_files import STREAMLIT


def test_the_server_says_that_it_is_up(client) -> None:
    assert client.get("/healthz").text == "ok"


def test_the_drawing_library_is_compressed_and_kept_for_a_year(client) -> None:
    content = (ASSETS / PLOTLY_URL.rpartition("/")[2]).read_bytes()
    for encoding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        with client.stream(
            "GET", PLOTLY_URL, headers={"accept-encoding": encoding}
        ) as found:
            raw = b"".join(found.iter_raw())
        assert found.headers["content-encoding"] == encoding
        assert "immutable" in found.headers["cache-control"]
        assert len(raw) < len(content) / 2.5
        assert unpack(raw) == content


def test_a_reader_without_compression_gets_the_file_as_it_is(client) -> None:
    found = client.get(PLOTLY_URL, headers={"accept-encoding": "br;q=0, gzip;q=0.0"})
    assert "content-encoding" not in found.headers
    assert found.content == (ASSETS / PLOTLY_URL.rpartition("/")[2]).read_bytes()


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [
        ("br;q=0, gzip;q=0.000", "identity"),
        ("br; q=0, gzip", "gzip"),
        ("GZIP, BR;q=0.1", "br"),
        ("", "identity"),
    ],
)
def test_an_encoding_that_a_reader_refuses_is_not_sent(client, accepted, sent) -> None:
    for path in (PLOTLY_URL, "/read/en/"):
        found = client.get(path, headers={"accept-encoding": accepted})
        assert found.headers.get("content-encoding", "identity") == sent


def test_the_licence_of_the_library_lies_beside_it(client) -> None:
    assert "MIT" in client.get("/assets/plotly-LICENSE.txt").text


def test_streamlits_scripts_are_compressed_too(client) -> None:
    script = max(
        (STREAMLIT / "static/js").glob("index.*.js"), key=lambda p: p.stat().st_size
    )
    found = client.get(f"/static/js/{script.name}", headers={"accept-encoding": "br"})
    assert found.headers["content-encoding"] == "br"
    assert found.content == script.read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "/assets/missing.js",
        "/assets/..%2fstatic_files.py",
        "/assets/%2e%2e%2fmiddleware.py",
    ],
)
def test_only_files_meant_to_be_served_are_served(client, path) -> None:
    found = client.get(path)
    assert "import" not in found.text
    assert found.status_code == 404
