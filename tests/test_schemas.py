"""The schemas of configuration and rule files: fresh, valid, and met by what the project ships."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml

import speechlint
from speechlint.rule_file import load_rules
from speechlint.schemas import Schema, config_schema, rule_schema

FOLDER = Path(speechlint.__file__).parent / "schema"
SCHEMAS = {"config.schema.json": config_schema(), "rule.schema.json": rule_schema()}


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_kept_is_what_the_code_says(name: str, update_golden: bool) -> None:
    text = json.dumps(SCHEMAS[name], ensure_ascii=False, indent=1) + "\n"
    if update_golden:
        (FOLDER / name).write_text(text, encoding="utf-8")
    assert (FOLDER / name).read_text(encoding="utf-8") == text, "run pytest --update-golden"


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_a_schema_is_one(schema: Schema) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_every_rule_keeps_to_the_schema() -> None:
    validator = jsonschema.Draft202012Validator(SCHEMAS["rule.schema.json"])
    for rule in load_rules():
        assert list(validator.iter_errors(yaml.safe_load(rule.path.read_text(encoding="utf-8")))) == [], rule.id


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ('select = ["typo"]\nrules = ["./ours"]', True),
        ('extend = "../base.toml"\n[rules."typo/variant"]\nseverity = "info"\noptions = {table = "x.tsv"}', True),
        ('[profiles."公文"]\npaths = ["公文/**"]\nextend-select = ["layout"]', True),
        ('selct = ["typo"]', False),
        ('fail-on = "eror"', False),
        ('[rules."typo/variant"]\nseverety = "info"', False),
    ],
)
def test_the_schema_and_the_reader_of_a_configuration_agree(text: str, valid: bool) -> None:
    errors = list(jsonschema.Draft202012Validator(SCHEMAS["config.schema.json"]).iter_errors(tomllib.loads(text)))
    assert (errors == []) is valid


def test_every_key_of_a_configuration_is_described_and_no_other() -> None:
    from speechlint.config.described import DESCRIPTIONS

    def keys(schema: object) -> set[str]:
        if not isinstance(schema, dict):
            return set()
        inner = schema.get("properties", {})
        return (
            set(inner)
            .union(*map(keys, inner.values()), keys(schema.get("additionalProperties")))
            .union(*map(keys, schema.get("anyOf", [])))
        )

    assert keys(config_schema()) == set(DESCRIPTIONS)
