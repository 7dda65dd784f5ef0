"""Write docs/about/licences.md: every package that speechlint, its extras and its development need, with its licence.

Licences are read from what is installed, so run it where `.[dev,docs]` is. `--check` fails on a licence that is unknown
or not permissive enough, and on a direct dependency that the page lacks or lists otherwise; indirect ones come and go
with other projects' releases and only get a word.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from generated import ROOT, keep
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PAGE = ROOT / "docs" / "about" / "licences.md"
PROJECT = "speechlint"
# In the order of the table; a package is listed under the first that needs it.
USED = ("", "lsp", "web", "corpus", "onnx")
DEVELOPED = ("dev", "docs")
SHOWN = {"": "本体"}

# What packages say without SPDX, as SPDX. "BSD" alone leaves open how many clauses; all of them are permissive.
SPDX = {
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "3-clause bsd license": "BSD-3-Clause",
    "bsd": "BSD",
    "bsd license": "BSD",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "public domain": "Public-Domain",
}
PERMISSIVE = {
    "0BSD",
    "Apache-2.0",
    "BSD",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "CNRI-Python",
    "ISC",
    "MIT",
    "MIT-0",
    "PSF-2.0",
    "Public-Domain",
    "Zlib",
}
# Copyleft for its own files only: used unchanged and not shipped with us, it asks nothing of this project.
FILE_COPYLEFT = {"MPL-2.0"}
# What their metadata leave open, read in their licence files.
READ = {"docutils": "Public-Domain AND BSD-2-Clause AND PSF-2.0", "python-dateutil": "Apache-2.0 OR BSD-3-Clause"}
WORD = re.compile(r"[^\s()]+")


@dataclass(frozen=True, slots=True)
class Package:
    """A distribution that is needed: by which part, and whether that part names it itself."""

    name: str
    licence: str
    part: str
    direct: bool

    @property
    def accepted(self) -> bool:
        words = {word for word in WORD.findall(self.licence) if word not in ("AND", "OR", "WITH")}
        return bool(words) and words <= PERMISSIVE | FILE_COPYLEFT


def needed() -> list[Package]:
    """Every package needed, once, under the first part that needs it."""
    found: dict[str, Package] = {}
    for part in (*USED, *DEVELOPED):
        named = [one for one in requirements(distribution(PROJECT), part) if is_own(one, part)]
        direct = {canonicalize_name(one.name) for one in named}
        for name in closure(named):
            if name not in found:
                found[name] = Package(name, licence(distribution(name)), part, name in direct)
    return list(found.values())


def is_own(requirement: Requirement, part: str) -> bool:
    """Whether a requirement belongs to that part and not to the package itself or to another extra."""
    ours = canonicalize_name(requirement.name) == PROJECT
    return not ours and (("extra" in str(requirement.marker)) == bool(part))


def requirements(package: Distribution, extra: str) -> Iterator[Requirement]:
    for line in package.requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            yield requirement


def closure(named: Iterable[Requirement]) -> list[str]:
    """Those packages and all that they need here, in the order of the alphabet."""
    done: set[tuple[str, str]] = set()
    waiting = list(wanted(named))
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) not in done and name != PROJECT:
            done.add((name, extra))
            waiting += wanted(requirements(installed(name), extra))
    return sorted({name for name, _ in done})


def wanted(named: Iterable[Requirement]) -> Iterator[tuple[str, str]]:
    """A package and an extra of it, "" for itself, for all that is named."""
    for one in named:
        yield from ((canonicalize_name(one.name), extra) for extra in ("", *one.extras))


def installed(name: str) -> Distribution:
    try:
        return distribution(name)
    except PackageNotFoundError:
        raise SystemExit(f"{name} is not installed; run this where '.[dev,docs]' is") from None


def licence(package: Distribution) -> str:
    """A distribution's licence as an SPDX expression, as near as its metadata tell; empty when they do not."""
    told = package.metadata
    name = canonicalize_name(told["Name"])
    if name in READ:
        return READ[name]
    if "License-Expression" in told:
        return told["License-Expression"]
    short = told["License"].strip() if "License" in told else ""
    if short and "\n" not in short:
        spelt = SPDX.get(short.lower(), short)
        if spelt in PERMISSIVE | FILE_COPYLEFT or " OR " in spelt:
            return spelt
    classes = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or () if line.startswith("License ::")]
    return " OR ".join(SPDX.get(one.lower(), one) for one in classes)


def page(packages: list[Package]) -> str:
    used = [package for package in packages if package.part in USED]
    lines = [
        "# 依赖的许可证",
        "",
        "speechlint 用 MIT 许可证。下面是它用到的每个软件包（含间接依赖），由 `tools/licences.py` 从安装好的包里读出；",
        "它们都由 pip 单独安装，不在 speechlint 的包里。MPL-2.0 只管它自己的文件，原样使用不影响 speechlint 的许可证。",
        "VS Code 扩展只用 vscode-languageclient（MIT）；转换旧格式的 LibreOffice（MPL-2.0）由使用者自己安装。",
        "词表和语言模型的来源见[疑似别字的词语统计](../language-model.md)和各规则页的“依据”。",
        "",
        "## 使用时",
        "",
        "| 软件包 | 许可证 | 谁要用 | |",
        "|---|---|---|---|",
        *(row(package) for package in used),
        "",
        "## 只在开发和建站时",
        "",
        "| 许可证 | 软件包（粗体为直接依赖） |",
        "|---|---|",
        *by_licence([package for package in packages if package.part in DEVELOPED]),
    ]
    return "\n".join(lines) + "\n"


def row(package: Package) -> str:
    part = SHOWN.get(package.part, f"`[{package.part}]`")
    return f"| {package.name} | {package.licence} | {part} | {'' if package.direct else '间接'} |"


def by_licence(packages: list[Package]) -> Iterator[str]:
    for one in sorted({package.licence for package in packages}):
        names = (f"**{p.name}**" if p.direct else p.name for p in packages if p.licence == one)
        yield f"| {one} | {'、'.join(names)} |"


def missing(packages: list[Package]) -> tuple[list[str], list[str]]:
    """Direct and indirect packages that the page lacks or lists otherwise."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    lines = text.splitlines()
    absent: tuple[list[str], list[str]] = ([], [])
    for package in packages:
        listed = row(package) in lines if package.part in USED else f"**{package.name}**" in text or not package.direct
        if not listed:
            absent[not package.direct].append(package.name)
    return absent


def main(arguments: list[str]) -> int:
    packages = needed()
    refused = [package for package in packages if not package.accepted]
    for package in refused:
        print(f"not permissive, or unknown: {package.name}: {package.licence or 'no licence told'}")
    if "--check" not in arguments:
        return keep(PAGE, page(packages), check=False) or int(bool(refused))
    direct, indirect = missing(packages)
    if direct:
        print(f"{PAGE.relative_to(ROOT)} lacks {', '.join(direct)}; run python tools/licences.py")
    if indirect:
        print(f"not listed yet, needed indirectly: {', '.join(indirect)}")
    return int(bool(refused or direct))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
