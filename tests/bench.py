"""Whole processes, started in turn; ratios to a bare Python of the same round.

    python -m tests.bench [--rounds N]

Seconds depend on the machine, ratios hardly. Inputs are made here, none is a real document.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests import benchcheck
from tests.benchtext import text

_PYTHON = sys.executable
_GOOD = {"drafter check 8 KB .txt": (0, 1)}
_BRIEF = "会议名称：全县项目建设推进会\n关键词：靠前\n日期：2026年2月26日\n"


def jobs(folder: Path) -> dict[str, list[str]]:
    """Give the commands, each with what it needs laid down in a folder."""
    notice = folder / "notice.txt"
    notice.write_text(text(8_000), "utf-8")
    brief = folder / "brief.txt"
    brief.write_text(_BRIEF, "utf-8")
    speech = folder / "speech.md"
    speech.write_text(outline(14), "utf-8")
    drafter = str(Path(_PYTHON).with_name("drafter"))
    out = ["--force", "-o"]
    draft = [drafter, "draft", "工作部署会讲话", "-b", str(brief), "--no-input", *out]
    return {
        "python -I -c pass": [_PYTHON, "-I", "-c", "pass"],
        "drafter --version": [drafter, "--version"],
        "drafter --help": [drafter, "--help"],
        "drafter draft → .docx": [*draft, str(folder / "draft.docx")],
        "drafter convert 8 KB .md → .docx": [
            drafter, "convert", str(speech), *out, str(folder / "speech.docx"),
        ],
        "drafter check 8 KB .txt": [drafter, "check", str(notice)],
        "drafter outline 8 KB .docx": [drafter, "outline", str(folder / "speech.docx"), "--json"],
    }  # fmt: skip


def outline(sections: int) -> str:
    """Compose an outline of about 8 KB for 14 sections; no two paragraphs are alike."""
    parts = ["---\n文种: 讲话\n标题: 在推进会上的讲话\n---\n"]
    for number in range(1, sections + 1):
        parts.append(
            f"# 第{number}项任务。这项任务由第{number}组牵头，{number}月底前完成{number * 7}件。\n"
        )
        parts += [
            f"+ 要做好第{number}·{k}件事。" + f"对{k * number}个项目逐一建档。" * 3
            for k in (1, 2, 3)
        ]
        parts.append("")
    return "\n".join(parts)


def run(
    command: Sequence[str], good: tuple[int, ...] = (0,), folder: Path | None = None
) -> tuple[float, float]:
    """Run a command; give its seconds and its own peak memory in MiB."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, **quiet)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in good:
        sys.exit(f"{command[0]} failed with {process.returncode}")
    return seconds, used.ru_maxrss / 1024


def main(argv: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args(argv).rounds
    with tempfile.TemporaryDirectory() as name:
        found = jobs(Path(name))
        times: dict[str, list[float]] = {job: [] for job in found}
        peaks: dict[str, float] = {}
        for _ in range(rounds):
            for job, command in found.items():
                seconds, peak = run(command, _GOOD.get(job, (0,)))
                times[job].append(seconds)
                peaks[job] = max(peaks.get(job, 0.0), peak)
    floor = times["python -I -c pass"]
    for job, seconds in times.items():
        ratio = median(one / bare for one, bare in zip(seconds, floor, strict=True))
        sys.stdout.write(f"{job:<36} {ratio:6.2f} × the floor   peak {peaks[job]:4.0f} MiB\n")
    with tempfile.TemporaryDirectory() as name:
        benchcheck.report(Path(name), run)
    return 0


if __name__ == "__main__":
    sys.exit(main())
