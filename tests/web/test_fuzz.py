"""Requests made up from the API's own description: whatever comes, the server does not fail."""

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case
from schemathesis.checks import (
    content_type_conformance,
    not_a_server_error,
    response_schema_conformance,
    status_code_conformance,
)
from web_server import served

OPERATIONS = [
    ("/api/check", "POST"),
    ("/api/review", "POST"),
    ("/api/rules", "GET"),
    ("/api/rules/{family}/{name}", "GET"),
]
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="module")
def described() -> Iterator[schemathesis.BaseSchema]:
    with served() as (address, _):
        yield schemathesis.openapi.from_url(f"{address}api/openapi.json")


def test_every_operation_is_tried(described: schemathesis.BaseSchema) -> None:
    assert [(path, method.upper()) for path in described for method in described[path]] == OPERATIONS


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_made_up_requests_are_answered_as_described(
    described: schemathesis.BaseSchema, path: str, method: str, request: pytest.FixtureRequest
) -> None:
    @settings(
        max_examples=request.config.getoption("--web-cases"),
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(described[path][method].as_strategy())
    def answered(case: Case) -> None:
        case.call_and_validate(checks=CHECKS)

    answered()
