"""What is shipped is what the checkout holds: wheel and sdist, each installed apart, see the same rules and data."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent

LISTING = """
import newslint, sys
from pathlib import Path
from newslint.rulebook.packs import shipped_pack
package = Path(newslint.__file__).resolve().parent
pack = shipped_pack().folder
assert pack.is_relative_to(package), (pack, package)
for path in sorted(pack.rglob("*.yml")):
    print("rules", path.relative_to(pack).as_posix())
for path in sorted(package.rglob("*")):
    if path.is_file() and "packs" not in path.relative_to(package).parts and path.suffix != ".pyc":
        print("lint", path.relative_to(package).as_posix())
"""


def expected_listing() -> list[str]:
    rules = [f"rules {p.relative_to(CHECKOUT / 'rules').as_posix()}" for p in (CHECKOUT / "rules").rglob("*.yml")]
    code = [
        f"lint {p.relative_to(CHECKOUT / 'lint').as_posix()}"
        for p in (CHECKOUT / "lint").rglob("*")
        if p.is_file() and p.suffix != ".pyc"
    ]
    return sorted(rules + code)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist from a copy of the checkout's folders, and the wheel from the sdist, as a publisher does."""
    out = tmp_path_factory.mktemp("dist")
    source = tmp_path_factory.mktemp("source") / "newslint"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "lint", "rules"):
        subprocess.run(["cp", "-r", str(CHECKOUT / name), str(source / name)], check=True)
    done = subprocess.run(
        [sys.executable, "-m", "build", "--outdir", str(out), str(source)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return out


@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"])
def test_an_installed_distribution_holds_every_rule_and_data_file(built: Path, tmp_path: Path, kind: str) -> None:
    (archive,) = built.glob(kind)
    target = tmp_path / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile", "--target", str(target)]
    subprocess.run([*install, str(archive)], check=True)
    done = subprocess.run(
        [sys.executable, "-c", LISTING],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(target), "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert sorted(done.stdout.splitlines()) == expected_listing()
