"""``python3 pipeline.py``: the one command of this folder; it prepares ``.venv`` on its first run.

This file must be read even by Python 2.7, which can then say what is missing instead of a SyntaxError:
no f-strings, no annotations, ASCII only. What follows the version check may use everything.
"""

import os
import sys

OLDEST = (3, 11)
HERE = os.path.dirname(os.path.abspath(__file__))


def newer_python():
    # type: () -> str | None
    # The name of a Python on this machine's PATH that is new enough and does start, or None.
    import subprocess

    for minor in range(OLDEST[1] + 5, OLDEST[1] - 1, -1):
        name = "python3.%d" % minor
        try:
            with open(os.devnull, "w") as nowhere:
                if subprocess.call([name, "-c", ""], stdout=nowhere, stderr=nowhere) == 0:
                    return name
        except OSError:
            pass
    return None


def quoted_words():
    # type: () -> list[str]
    # What was typed behind the name of the Python, each word as the shell of this machine takes it for one.
    if os.name == "nt":
        return ['"%s"' % word if " " in word else word for word in sys.argv]
    try:
        from shlex import quote
    except ImportError:  # Python 2
        from pipes import quote
    return [quote(word) for word in sys.argv]


def refuse_old_python():
    # type: () -> None
    # Says in Indonesian what to do, and ends with 4 (the machine).
    found = newer_python()
    if found:
        remedy = "Komputer ini sudah mempunyainya. Jalankan: %s %s" % (found, " ".join(quoted_words()))
    else:
        remedy = "Pasang Python terbaru dari https://www.python.org/downloads/ lalu jalankan lagi perintah ini."
    sys.stderr.write(
        "Program ini memerlukan Python %d.%d atau yang lebih baru; yang dipakai sekarang Python %d.%d.\n%s\n"
        % (OLDEST[0], OLDEST[1], sys.version_info[0], sys.version_info[1], remedy)
    )
    sys.exit(4)


if __name__ == "__main__":
    if sys.version_info < OLDEST:
        refuse_old_python()
    if HERE not in sys.path:  # left out by "python3 -P" and PYTHONSAFEPATH
        sys.path.insert(0, HERE)
    from pokin_docs.setup.bootstrap import start

    start(HERE)
