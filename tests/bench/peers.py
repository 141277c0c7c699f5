"""The published packages ours are measured against: installed, imported and called, never read."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".build/peers"
PYTHON = {"orq-ai-sdk": "4.17.13", "openai": "3.52.0"}
NODE = {"@orq-ai/node": "4.15.11", "openai": "7.55.0"}


def python_peer(name: str) -> Path | None:
    """The interpreter of an environment that has one published package; None without network."""
    folder = FOLDER / "python" / f"{name}-{PYTHON[name]}"
    if not (folder / "ready").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        venv.create(folder, with_pip=True)
        pip = [folder / "bin/python", "-m", "pip", "install", "--quiet", f"{name}=={PYTHON[name]}"]
        if not installed([*pip, "--disable-pip-version-check"], folder, f"{name} {PYTHON[name]}"):
            return None
        subprocess.run([folder / "bin/python", "-m", "compileall", "-qq", folder / "lib"])
        (folder / "ready").touch()
    return folder / "bin/python"


def node_peers() -> Path | None:
    """A folder with the published packages of npm; None without network."""
    wanted = [f"{name}@{version}" for name, version in NODE.items()]
    folder = FOLDER / "node" / "+".join(wanted).replace("/", "-")
    if not (folder / "ready").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "package.json").write_text('{"private": true, "type": "module"}\n')
        flags = ["--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock"]
        if not installed(["npm", "install", *flags, *wanted], folder, " and ".join(wanted)):
            return None
        (folder / "ready").touch()
    return folder


def installed(command: list[str | Path], folder: Path, what: str) -> bool:
    """Whether an installation succeeded; says loudly that it did not."""
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        told = (getattr(error, "stderr", "") or str(error)).strip().splitlines()
        print(f"SKIPPED: {what}: not installed, nothing to compare with", file=sys.stderr)
        print(f"         {told[-1] if told else 'no reason given'}", file=sys.stderr)
        return False
    return True


def python_home(source: Path, folder: Path) -> Path:
    """The interpreter of an environment that has our package and, from .venv, what it needs."""
    venv.create(folder, with_pip=False)
    packages = next(folder.glob("lib/python*/site-packages"))
    shutil.copytree(source, packages, dirs_exist_ok=True)
    shared = next((ROOT / ".venv").glob("lib/python*/site-packages"))
    (packages / "dependencies.pth").write_text(f"{shared}\n")
    interpreter = folder / "bin/python"
    subprocess.run([interpreter, "-m", "compileall", "-qq", packages], check=True)
    return interpreter
