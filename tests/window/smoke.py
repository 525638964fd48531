"""The real window, driven through the accessibility tree as a screen reader drives it.

xvfb-run -a dbus-run-session -- /usr/bin/python3 tests/window/smoke.py target/debug/steadfast

It proves that the window opens, that what a person needs first can be found by name and pressed, and that leaving leaves a
calculator. Everything else is tried in the browser. `./dev window` runs it with all in place.
"""

import os
import re
import subprocess
import sys
import tempfile
import time

try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, Gio, GLib
except (ImportError, ValueError) as error:
    print(f"NOT RUN: window: the accessibility library is missing ({error})")
    sys.exit(0)

# The window's first page may take this long on a slow machine, an answer to a press this long.
OPENS, ANSWERS = 60, 20
# Words that an ordinary calculator has no business with.
TELLING = re.compile(r"steadfast|stalk|999|101|police|danger|journal|record|evidence|guidance|helpline|leave", re.I)
PRESSED = {"push button", "button", "link"}


class Missing(Exception):
    """Something that should be in the window is not."""


def until(find, what, within=ANSWERS):
    """What `find` gives as soon as it gives something; the tree has no event for "complete", so it is asked again."""
    end = time.monotonic() + within
    while True:
        try:
            found = find()
        except GLib.Error:  # a part that went away while it was read
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Missing(what)
        GLib.MainContext.default().iteration(False)
        time.sleep(0.05)


class Window:
    """The window of one process, as the accessibility tree has it now."""

    def __init__(self, process):
        self.process = process

    def root(self):
        if self.process.poll() is not None:
            raise Missing(f"the program ended by itself with {self.process.returncode}")
        desk = Atspi.get_desktop(0)
        for at in range(desk.get_child_count()):
            app = desk.get_child_at_index(at)
            if app and app.get_process_id() == self.process.pid:
                app.clear_cache()  # switching the cache off instead makes the library wait for ever
                return app
        return None

    def nodes(self, within=None, skip=()):
        """Every part of the tree, the parts inside roles of `skip` left out."""
        node = within or self.root()
        if node is None or node.get_role_name() in skip:
            return
        yield node
        for at in range(node.get_child_count()):
            child = node.get_child_at_index(at)
            if child:
                yield from self.nodes(child, skip)

    def named(self, name, roles=PRESSED):
        """The control whose name matches the whole of `name`, a regular expression."""
        matches = (node for node in self.nodes() if node.get_role_name() in roles and showing(node))
        return next((node for node in matches if re.fullmatch(name, (node.get_name() or "").strip(), re.S)), None)

    def press(self, name):
        control = until(lambda: self.named(name), f"there is no control called {name}")
        if "Action" not in control.get_interfaces() or not Atspi.Action.do_action(control, 0):
            raise Missing(f"{name} cannot be pressed")

    def words(self, skip=()):
        """All that can be read in the window, titles and names included. Not the program's own name, which is in every list
        of processes."""
        said = []
        for node in self.nodes(skip=skip):
            if node.get_role_name() == "application":
                continue
            said.append(node.get_name() or "")
            if "Text" in node.get_interfaces():
                said.append(Atspi.Text.get_text(node, 0, -1).replace("\ufffc", " "))
        return "\n".join(word for word in said if word.strip())


def showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def listen():
    """Switches the accessibility bus on, as a screen reader does when it starts. False if there is none."""
    try:
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        for switch in ("IsEnabled", "ScreenReaderEnabled"):
            value = GLib.Variant("(ssv)", ("org.a11y.Status", switch, GLib.Variant("b", True)))
            path = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set")
            bus.call_sync(*path, value, None, Gio.DBusCallFlags.NONE, 10_000)
    except GLib.Error as error:
        print(f"NOT RUN: window: there is no accessibility bus ({error.message})")
        return False
    return True


# The checks, in the order in which a person would come by them. Each says what it relies on in its first line.
def opens(window):
    """the window opens with Call 999 in it"""
    until(lambda: window.named(r"Call 999.*"), "Call 999 is not in the window", OPENS)


def title(window):
    """its title is that of a calculator"""
    root = until(window.root, "the window is gone")
    names = [root.get_child_at_index(at).get_name() for at in range(root.get_child_count())]
    if not names or any(TELLING.search(name or "") for name in names):
        raise Missing(f"the titles are {names}")


def call(window):
    """pressing Call 999 says what a phone would do"""
    window.press(r"Call 999.*")
    sheet = until(lambda: window.named(r".*999.*", {"dialog", "alert"}), "no sheet names 999")
    said = sheet.get_name() + " ".join(node.get_name() or "" for node in window.nodes(sheet))
    if not re.search("phone", said, re.I):
        raise Missing(f"the sheet does not say what a phone would do: {said}")
    if re.search(r"\b(calling|called|connected)\b", said, re.I):
        raise Missing(f"the sheet claims a call: {said}")


def leave(window):
    """pressing Leave over the sheet leaves a calculator and no word of the app"""
    window.press(r"Leave.*")
    for digit in "0123456789":
        until(lambda digit=digit: window.named(digit), f"there is no key {digit}")
    telling = TELLING.search(window.words())
    if telling:
        raise Missing(f"still to be read: {telling[0]}")


def calculates(window):
    """2 + 2 is 4"""
    four = re.compile(r"(?<![\d.,])4(?![\d.,])")
    if four.search(window.words(skip=PRESSED)):
        raise Missing("a 4 is shown before any key was pressed")
    for key in ("2", r"\+|Plus.*|Add.*", "2", "=|Equals.*"):
        window.press(key)
    until(lambda: four.search(window.words(skip=PRESSED)), "no 4 is shown")


def main(program):
    if not listen():
        return 0
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        home = {"HOME": folder, "XDG_RUNTIME_DIR": folder, "GDK_BACKEND": "x11", "LIBGL_ALWAYS_SOFTWARE": "1"}
        environment = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"} | home
        log = open(os.path.join(folder, "said"), "w+b")
        app = subprocess.Popen([program, "--data", os.path.join(folder, "data")], env=environment, stdin=subprocess.DEVNULL,
                               stdout=log, stderr=subprocess.STDOUT)
        try:
            window = Window(app)
            for check in (opens, title, call, leave, calculates):
                began = time.monotonic()
                try:
                    check(window)
                    window.root()  # still there
                    passed += 1
                    print(f"PASS window: {check.__doc__} ({(time.monotonic() - began) * 1000:.0f} ms)")
                except (Missing, GLib.Error) as problem:
                    failed += 1
                    print(f"FAIL window: {check.__doc__}: {problem}")
                    break  # what comes after stands on this
        finally:
            if app.poll() is None:
                app.terminate()
            app.wait(20)
            if failed:
                log.seek(0)
                print("the program said:", log.read().decode(errors="replace")[-2000:])
    print(f"COUNT passed={passed} failed={failed}")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
