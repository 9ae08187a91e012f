"""The command line: it prints, opens files, asks questions and exits; nothing below it does.

Exit codes: 0 done or clean, 1 findings or missing facts, 2 wrong use or unusable input, 3 a bug of
ours, 130 interrupted.
"""

from __future__ import annotations

from collections.abc import Sequence

BUG = 3
INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; no traceback reaches the user."""
    from drafter.cli.language import speak

    speak()
    from drafter.cli import report
    from drafter.errors import DrafterError

    report.prepare_streams()
    try:
        return _invoke(arguments)
    except DrafterError as error:
        report.error(error)
        return error.exit_code
    except KeyboardInterrupt:
        report.talk("")
        return INTERRUPTED
    except BrokenPipeError:
        report.close_quietly()
        return 0
    except MemoryError:
        report.out_of_memory()
        return 2
    except Exception as error:  # the one place where our own bugs end
        report.bug(error)
        return BUG


def _invoke(arguments: Sequence[str]) -> int:
    import typer

    from drafter.cli import report
    from drafter.cli.app import app

    try:
        code = app(args=list(arguments), prog_name="drafter", standalone_mode=False)
    except typer.TyperException as error:
        report.wrong_use(error)
        return 2
    except typer.Exit as stop:
        return stop.exit_code
    except typer.Abort:
        return INTERRUPTED
    return code if isinstance(code, int) else 0
