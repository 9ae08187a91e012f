"""The command: ``drafter`` and ``python -m drafter``."""

import sys


def main() -> int:
    """Run the command line and give its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):  # before anything is imported: agents ask often
        from drafter import __version__

        sys.stdout.write(f"drafter {__version__}\n")
        return 0
    from drafter.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
