"""What `speechlint check` prints and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from doc_files import doc

from speechlint.cli import cli, examination

FAULT = "全力打造避署胜地。\n"
CLEAN = "全力打造避暑胜地。\n"


def run(*args: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["check", *map(str, args)], input=stdin, prog_name="speechlint")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(FAULT, encoding="utf-8")
    return path


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "clean.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def test_a_finding_is_one_line_off_the_terminal(draft: Path) -> None:
    result = run(draft)
    assert result.stdout == f"{draft}:1:5: error typo/misspelling “避署”应为“避暑”\n"
    assert result.exit_code == 1


def test_the_closing_line_counts_by_severity_and_family(draft: Path) -> None:
    assert run(draft).stderr == "检查了 1 个文件，发现 1 处：错误 1（错别字 1）；其中 1 处可自动修改\n"


def test_a_clean_draft_ends_with_0_and_says_so(clean: Path) -> None:
    result = run(clean)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "检查了 1 个文件，没有发现问题\n"


def test_check_is_the_default_verb(draft: Path) -> None:
    result = CliRunner().invoke(cli, [str(draft), "--lang", "en"], prog_name="speechlint")
    assert "“避署” should be “避暑”" in result.stdout


def test_options_alone_mean_check_too(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(draft.parent)
    result = CliRunner().invoke(cli, ["--exit-zero"], prog_name="speechlint")
    assert (result.exit_code, result.stdout.split(":")[0]) == (0, "draft.txt")


def test_exit_zero_does_not_hide_a_file_that_could_not_be_read(draft: Path, tmp_path: Path) -> None:
    assert run(draft, "--exit-zero").exit_code == 0
    assert run(draft, tmp_path / "missing.txt", "--exit-zero").exit_code == 2


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.txt", None, "路径不存在"),
        ("picture.png", b"\x89PNG", "不支持“.png”文件"),
        ("damaged.txt", b"\xe9\x81\xbf\xff\xfe\xfd\x81", "编码损坏或无法识别"),
        ("binary.txt", b"abc\x00def\x00", "这不是文本文件"),
        ("folder/", None, "没有找到可检查的文件"),
        ("字" * 300, None, "文件打不开"),
    ],
)
def test_what_cannot_be_checked_is_named_and_the_rest_is_checked(
    tmp_path: Path, draft: Path, name: str, content: bytes | None, message: str
) -> None:
    path = tmp_path / name
    if name.endswith("/"):
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    result = run(path, draft)
    assert result.exit_code == 2
    assert f"{path}: {message}" in result.stderr
    assert "避署" in result.stdout


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("info", 1)])
def test_fail_on_sets_the_severity_that_fails(draft: Path, fail_on: str, code: int) -> None:
    assert run(draft, "--fail-on", fail_on).exit_code == code


def test_min_severity_error_leaves_warnings_out(draft: Path) -> None:
    assert run(draft, "--min-severity", "error").stdout.count("\n") == 1


def test_json_goes_to_stdout_alone(draft: Path) -> None:
    result = run(draft, "--output-format", "json")
    report = json.loads(result.stdout)
    assert report["summary"] == {"files": 1, "error": 1, "warning": 0, "info": 0}
    assert report["findings"][0]["suggestions"] == ["避暑"]
    assert result.stderr == ""


def test_json_lists_the_file_that_could_not_be_read(tmp_path: Path, draft: Path) -> None:
    report = json.loads(run(draft, tmp_path / "no.txt", "--output-format", "json").stdout)
    assert [file["error"] is None for file in report["files"]] == [True, False]


def test_json_lines_gives_one_finding_a_line(draft: Path) -> None:
    lines = run(draft, "--output-format", "json-lines").stdout.splitlines()
    assert [json.loads(line)["text"] for line in lines] == ["避署"]


def test_two_reports_at_once_one_of_them_into_a_file(draft: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    result = run(draft, "--output-format", f"json={target}", "--output-format", "concise")
    assert json.loads(target.read_text(encoding="utf-8"))["findings"]
    assert result.stdout.startswith(str(draft))


@pytest.mark.parametrize(
    "options", [["--output-format", "json={}"], ["--output-file", "{}"], ["--fix", "--output-file", "{}"]]
)
@pytest.mark.parametrize("name", ["讲话.txt", "别的.docx"])
def test_a_report_is_never_written_over_a_draft(draft: Path, tmp_path: Path, options: list[str], name: str) -> None:
    target = draft.rename(tmp_path / "讲话.txt").with_name(name)
    target.touch()
    before = target.read_bytes()
    result = run(tmp_path / "讲话.txt", *(option.format(target) for option in options))
    assert (result.exit_code, result.stderr) == (2, f"报告不能写在文稿“{target}”上，请换个文件名\n")
    assert target.read_bytes() == before


def test_a_folder_is_searched_once(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[object] = []
    real = examination.discover
    monkeypatch.setattr(examination, "discover", lambda *given, **more: searched.append(given) or real(*given, **more))
    run(draft.parent, "--isolated")
    assert len(searched) == 1


def test_an_earlier_report_is_replaced(draft: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_text("old", encoding="utf-8")
    assert run(draft, "--output-format", f"json={target}").exit_code == 1
    assert json.loads(target.read_text(encoding="utf-8"))["files"]


def test_a_report_that_cannot_be_written_is_an_error(draft: Path, tmp_path: Path) -> None:
    result = run(draft, "--output-format", f"json={tmp_path / 'no' / 'r.json'}")
    assert result.exit_code == 2
    assert "无法写入报告" in result.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--select", "typos"], "没有名为“typos”的规则或类别（是不是“typo”？）"),
        (["--output-format", "jsn"], "没有报告格式“jsn”（是不是“json”？）"),
        (["--select", "typo", "--ignore", "typo"], "没有选中任何规则"),
    ],
)
def test_a_name_nobody_knows_ends_with_2_and_a_hint(draft: Path, args: list[str], message: str) -> None:
    result = run(draft, *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.strip() == message


def test_ignoring_a_family_silences_it(draft: Path) -> None:
    assert run(draft, "--ignore", "typo").stdout == ""


def test_statistics_count_by_rule(draft: Path) -> None:
    assert run(draft, "--statistics").stdout == "     1  error    typo/misspelling\n"


def test_standard_input_is_a_text_file_unless_named() -> None:
    assert run("-", stdin=FAULT).stdout.startswith("-:1:5: error")
    assert run("-", "--stdin-filename", "讲话.md", stdin=FAULT).stdout.startswith("讲话.md:1:5")


def test_standard_input_that_cannot_be_decoded_ends_with_2() -> None:
    assert run("-", stdin=b"\xff\x00\xff").exit_code == 2


def test_show_files_lists_without_checking(draft: Path, clean: Path) -> None:
    result = run(draft.parent, "--show-files")
    assert result.stdout.splitlines() == [str(clean), str(draft)]
    assert result.exit_code == 0


def test_encoding_can_be_forced(tmp_path: Path) -> None:
    path = tmp_path / "big5.txt"
    path.write_bytes("避署".encode("gb18030"))
    assert "避署" in run(path, "--encoding", "gb18030").stdout
    assert run(path, "--encoding", "ascii").exit_code == 2


def test_what_a_reader_could_not_see_is_said_on_the_error_stream(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("speechlint.readers.legacy.find_libreoffice", lambda: None)
    path = tmp_path / "a.doc"
    path.write_bytes(doc("请抓好落实。\r"))
    result = run("--isolated", path)
    assert result.exit_code == 0
    assert f"{path}: 旧版 .doc 文件：自动编号" in result.stderr


def test_fix_mends_what_is_safe_and_reports_what_is_left(draft: Path, tmp_path: Path) -> None:
    draft.write_text("全力打造避署胜地。\nXX县要完成投资。\n", encoding="utf-8")
    result = run("--fix", draft)
    assert draft.read_text(encoding="utf-8") == "全力打造避暑胜地。\nXX县要完成投资。\n"
    assert result.exit_code == 1
    assert "避署" not in result.stdout
    assert "placeholder/" in result.stdout
    assert "改了 1 个文件，共 1 处" in result.stderr
    assert run("--fix", tmp_path / "missing.txt").stderr.count("missing.txt") == 1


def test_diff_shows_the_fixes_and_changes_nothing(draft: Path, clean: Path) -> None:
    result = run("--diff", draft)
    assert "-全力打造避署胜地。" in result.stdout
    assert "+全力打造避暑胜地。" in result.stdout
    assert result.exit_code == 1
    assert draft.read_text(encoding="utf-8") == FAULT
    assert run("--diff", draft, "--unfixable", "typo").exit_code == 0
    assert run("--diff", clean).exit_code == 0


def test_fix_leaves_formats_that_nobody_writes_to_the_check(tmp_path: Path, draft: Path) -> None:
    old = tmp_path / "a.doc"
    old.write_bytes(doc("全力打造避署胜地。\r"))
    result = run("--fix", old, draft)
    assert (result.exit_code, draft.read_text(encoding="utf-8")) == (1, CLEAN)
    assert f"{old}:1:5: error typo/misspelling" in result.stdout


def test_a_file_that_cannot_be_read_is_named_once_by_fix(tmp_path: Path, draft: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(b"abc\x00def\x00")
    result = run("--fix", tmp_path)
    assert (result.exit_code, result.stderr.count("binary.txt")) == (2, 1)
    assert run("--diff", tmp_path).exit_code == 2


def test_verbose_tells_how_each_file_was_checked(draft: Path) -> None:
    (draft.parent / "speechlint.toml").write_text('select = ["typo/misspelling"]')
    said = run("--verbose", draft).stderr
    assert f"{draft}: txt，编码 utf-8，9 字，规则 1 条，配置 {draft.parent / 'speechlint.toml'}，1 处" in said


PROMISED = """
    --select --ignore --extend-select --extend-ignore --per-file-ignores --fixable --unfixable --fix
    --unsafe-fixes --diff --output-format --output-file --statistics --exit-zero --exclude --extend-exclude
    --respect-gitignore --force-exclude --show-files --show-settings --isolated --config --no-cache --cache-dir
    --watch --stdin-filename --jobs --color --quiet --verbose --fail-on --min-severity --lang --encoding
    --baseline --diff-from --no-progress --max-per-rule --add-ignore --corrector
"""


def test_every_option_promised_is_there() -> None:
    from speechlint.cli.check import check

    assert set(PROMISED.split()) == {name for option in check.params for name in option.opts if name.startswith("--")}


def test_a_misspelt_command_is_recognized(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["chekc"], prog_name="speechlint")
    assert result.exit_code == 2
    assert "chekc: 路径不存在" in result.stderr
    assert "是不是“check”" in result.stderr
