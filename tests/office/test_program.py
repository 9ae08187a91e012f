"""LibreOffice found where it may be, and run so that it can be stopped."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

import drafter
from drafter.errors import RenderError
from drafter.office.process import run
from drafter.office.program import Office, find_office
from tests.office import stand_in

ROOT = Path(__file__).parents[2]


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A machine without LibreOffice."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    for name in ("DRAFTER_SOFFICE", "PROGRAMFILES", "PROGRAMFILES(X86)"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("drafter.office.program._LAST_PLACES", ())
    return tmp_path


def test_it_is_found_on_the_path_by_either_name(bare):
    later = stand_in.program(bare / "bin/libreoffice", "")
    assert find_office() == str(later)
    first = stand_in.program(bare / "bin/soffice", "")
    assert find_office() == str(first)


def test_it_is_found_where_windows_installs_it(bare, monkeypatch):
    monkeypatch.setenv("PROGRAMFILES", str(bare))
    found = stand_in.program(bare / "LibreOffice/program/soffice.exe", "")
    assert find_office() == str(found)


def test_it_is_found_where_its_own_packages_put_it(bare, monkeypatch):
    found = stand_in.program(bare / "libreoffice25.2/program/soffice", "")
    place = (str(bare), "libreoffice*/program/soffice")
    monkeypatch.setattr("drafter.office.program._LAST_PLACES", (place,))
    assert find_office() == str(found)


def test_the_one_that_is_named_goes_before_all(bare, monkeypatch):
    stand_in.program(bare / "bin/soffice", "")
    named = stand_in.program(bare / "own/office", "")
    monkeypatch.setenv("DRAFTER_SOFFICE", str(named))
    assert find_office() == str(named)


def test_a_named_one_that_is_not_there_is_told(bare, monkeypatch):
    stand_in.program(bare / "bin/soffice", "")
    monkeypatch.setenv("DRAFTER_SOFFICE", "/无/soffice")
    with pytest.raises(RenderError, match="DRAFTER_SOFFICE names no program: /无/soffice"):
        find_office()


def test_where_there_is_none_the_way_to_it_is_told(bare):
    with pytest.raises(RenderError, match="not installed") as found:
        find_office()
    assert "libreoffice-writer-nogui" in found.value.hint
    assert found.value.exit_code == 2


def test_its_profile_is_its_own_and_fetches_nothing(tmp_path, monkeypatch):
    folder = stand_in.install(tmp_path, monkeypatch)
    with Office(30) as office:
        assert office.pdfs(b"word") == [stand_in.PDF]
        call = (folder / "runs").read_text()
        settings = next(office._profile.rglob("*.xcu")).read_text()
    assert office._profile.as_uri() in call
    assert "BlockUntrustedRefererLinks" in settings
    assert not office._profile.exists()


def test_its_last_words_are_told_where_it_fails(tmp_path, monkeypatch):
    stand_in.install(tmp_path, monkeypatch, office=stand_in.FAILS)
    with Office(30) as office, pytest.raises(RenderError) as found:
        office.pdfs(b"word")
    assert str(found.value).endswith("this file: source file could not be loaded")


def test_what_is_no_program_cannot_be_started(tmp_path):
    path = tmp_path / "soffice"
    path.write_bytes(b"\x7fnothing")
    path.chmod(0o755)
    with pytest.raises(RenderError, match="cannot be started"):
        run([str(path)], 5)


def test_a_program_that_takes_too_long_is_stopped_with_all_it_started(tmp_path):
    mark = tmp_path / "mark"
    with pytest.raises(RenderError, match=r"not done after 0\.2 seconds"):
        run(["sh", "-c", f"(sleep 0.6; touch {mark}) & sleep 5"], 0.2)
    time.sleep(0.8)
    assert not mark.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
def test_an_interrupt_stops_it_even_while_it_is_being_started(tmp_path):
    mark = tmp_path / "mark"
    caller = (
        "import signal, sys; from drafter.office.process import run\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"try: run(['sh', '-c', 'kill -INT $PPID; sleep 0.6; touch {mark}'], 5)\n"
        "except KeyboardInterrupt: sys.exit(130)"
    )
    for _try in range(3):
        done = subprocess.run([sys.executable, "-c", caller], cwd=ROOT, check=False)
        assert done.returncode == 130
    time.sleep(0.8)
    assert not mark.exists()


@pytest.mark.parametrize(
    ("locale", "said"),
    [({}, "C.UTF-8"), ({"LANG": "zh_CN.GBK"}, "C.UTF-8"), ({"LANG": "zh_CN.UTF-8"}, "")],
)
def test_paths_can_be_opened_whatever_the_locale(monkeypatch, locale, said):
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert run(["sh", "-c", 'printf "$LC_ALL"'], 5) == said


def test_every_failure_is_a_drafter_error():
    assert issubclass(RenderError, drafter.DrafterError)
