"""What a typed passphrase leaves in memory, in the real window: measured, for docs/threat-model.md.

./dev memory

The web view has a process of its own, whose memory is not ours to wipe. This types a passphrase as fingers do, makes a
journal, leaves, and says how many whole copies stand in each process at each step. It fails if ours keeps one.
"""

import os
import subprocess
import sys
import tempfile
import time

import smoke
from smoke import Atspi, Missing, Window, until

PASSPHRASE = "vmt4 qzr8 wkx2 hgb6"
PAGE, HELD = 4096, 0xC0


def processes(pid):
    """A process and all below it."""
    yield pid
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            with open(f"/proc/{pid}/task/{task}/children") as children:
                below = children.read().split()
        except FileNotFoundError:  # a thread that ended meanwhile
            continue
        for child in below:
            yield from processes(int(child))


def resident(pid):
    """The bytes of each writable range that are in memory or swapped out, gaps left out. A web process maps far more than it
    holds."""
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory, \
            open(f"/proc/{pid}/pagemap", "rb", 0) as pagemap:
        for line in maps:
            span, rights = line.split()[:2]
            if not rights.startswith("rw"):
                continue
            start, end = (int(at, 16) for at in span.split("-"))
            for part in range(start, end, 1 << 24):
                pages = (min(end, part + (1 << 24)) - part) // PAGE
                pagemap.seek(part // PAGE * 8)
                marks = pagemap.read(pages * 8)
                kept = bytearray()
                for at in (at for at in range(pages) if marks[at * 8 + 7] & HELD):
                    memory.seek(part + at * PAGE)
                    try:
                        kept += memory.read(PAGE)
                    except OSError:  # a device's page
                        kept.append(0)
                yield bytes(kept)


def copies(pid):
    """How often the passphrase stands there, with one or two bytes a letter."""
    needles = PASSPHRASE.encode(), PASSPHRASE.encode("utf-16-le")
    return sum(part.count(needle) for part in resident(pid) for needle in needles)


def measure(app, when):
    found = []
    for pid in processes(app.pid):
        with open(f"/proc/{pid}/comm") as name:
            found.append((name.read().strip(), copies(pid)))
    print(f"{when}: " + ", ".join(f"{name} {count}" for name, count in found), flush=True)
    return found


def fields(window):
    return [node for node in window.nodes() if node.get_role_name() == "password text"]


def type_into(field):
    """Through the X server, which has no window manager here to give the focus."""
    subprocess.run(["xdotool", "search", "--onlyvisible", "--name", ".*", "windowfocus"], check=False)
    box = Atspi.Component.get_extents(field, Atspi.CoordType.WINDOW)
    middle = str(box.x + box.width // 2), str(box.y + box.height // 2)
    subprocess.run(["xdotool", "mousemove", *middle, "click", "1"], check=True)
    # The page says nowhere that it has drawn the caret.
    time.sleep(0.5)
    subprocess.run(["xdotool", "type", "--delay", "60", PASSPHRASE], check=True)
    length = len(PASSPHRASE)
    until(lambda: Atspi.Text.get_character_count(field) == length, "what was typed did not arrive")


def walk(app):
    window = Window(app)
    until(lambda: window.named(r"Call 999.*"), "Call 999 is not in the window", smoke.OPENS)
    window.press(r"Set-up takes.*")
    window.press("Next")
    until(lambda: "Is this phone safe" in window.words(), "there is no second step")
    window.press("Next")
    until(lambda: len(fields(window)) == 2, "there are no fields for a passphrase")
    for field in fields(window):
        type_into(field)
    if not any(count for _, count in measure(app, "typed")):
        raise Missing("the scan finds nothing of what was just typed")
    window.press("Make the journal")
    until(lambda: "Recovery words" in window.words(), "no journal was made", 60)
    measure(app, "open")
    window.press(r"Leave.*")
    until(lambda: window.named("=|Equals.*"), "there is no calculator")
    (ours, kept), *_ = measure(app, "after leaving")
    if kept:
        raise Missing(f"{ours} keeps {kept} copies")


def main(program):
    if not smoke.listen():
        return 0
    with tempfile.TemporaryDirectory() as folder:
        home = {"HOME": folder, "XDG_RUNTIME_DIR": folder, "GDK_BACKEND": "x11", "LIBGL_ALWAYS_SOFTWARE": "1"}
        environment = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"} | home
        app = subprocess.Popen([program, "--data", os.path.join(folder, "data")], env=environment, stdin=subprocess.DEVNULL)
        try:
            walk(app)
        except (Missing, smoke.GLib.Error) as problem:
            print(f"FAIL memory: {problem}")
            return 1
        finally:
            app.terminate()
            app.wait(20)
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
