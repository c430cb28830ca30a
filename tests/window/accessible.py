# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader sees of a program, over the accessibility bus.

The bus is spoken to directly: one call gives all the nodes that the program has told so far, so that looking at a whole page
takes no longer than looking at one button.
"""
import ast
import functools
import re

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # pylint: disable=wrong-import-position

ATSPI = "org.a11y.atspi."
ROOT = "/org/a11y/atspi/accessible/root"
# GTK 4.8 calls a node that nothing names after its class.
CLASS_NAME = re.compile(r"^(Gtk|Adw|Gdk|Np)[A-Z]\w*$")
TIMEOUT_MS = 20000

role_name = functools.cache(lambda number: Atspi.role_get_name(Atspi.Role(number)))
state_name = functools.cache(lambda number: Atspi.StateType(number).value_nick)


def state_names(words):
    low, high = (list(words) + [0, 0])[:2]
    return names_of_bits(low | high << 32)


@functools.cache
def names_of_bits(bits):
    return frozenset(state_name(bit) for bit in range(64) if bits >> bit & 1)


# A page is asked for hundreds of these at a time, so they are picked out of the text form: parsing it took most of a walk's time.
STRING = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
ITEM = re.compile(rf"\(\('[^']*', '(?P<path>/[^']*)'\), \('[^']*', '[^']*'\), \('[^']*', '[^']*'\), -?\d+, (?P<count>-?\d+), "
                  rf"\[(?P<interfaces>[^]]*)\], (?P<name>{STRING}), (?P<role>\d+), (?P<description>{STRING}), \[(?P<states>[^]]*)\]\)")
unquoted = functools.cache(ast.literal_eval)


class Item:
    """What the cache of a program tells about one of its nodes."""

    def __init__(self, match):
        self.path, self.count, self.role = match["path"], int(match["count"]), int(match["role"])
        self.interfaces = interface_names(match["interfaces"])
        self.name, self.description = unquoted(match["name"]), unquoted(match["description"])
        self.states = state_names(int(number) for number in match["states"].split(", ") if number)


@functools.cache
def interface_names(text):
    return {name.removeprefix(ATSPI) for name in re.findall(r"[\w.]+", text)}


def items(variant):
    found = {match["path"]: Item(match) for match in ITEM.finditer(variant.print_(False))}
    assert len(found) == variant.get_child_value(0).n_children(), "a node was told in a form that is not known here"
    return found


def child_paths(variant):
    return re.findall(r"'(/[^']*)'", variant.print_(False))


def extents(variant):
    return tuple(int(number) for number in re.findall(r"-?\d+", variant.print_(False)))


class Bus:
    """The accessibility bus of this session."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0,
                                    TIMEOUT_MS, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def call(self, to, path, method, arguments=None, read=None):
        interface, _, name = method.rpartition(".")
        if not interface.startswith("org."):
            interface = ATSPI + interface
        reply = self.connection.call_sync(to, path, interface, name, arguments, None, Gio.DBusCallFlags.NONE,
                                          TIMEOUT_MS, None)
        if read:
            return read(reply)
        values = reply.unpack()
        return values[0] if len(values) == 1 else values

    def call_all(self, to, paths, method, read, arguments=None):
        """The same call to many objects at once, whose replies `read` reads; one that has gone in the meantime gives nothing."""
        replies = {}

        def done(connection, result, path):
            try:
                replies[path] = read(connection.call_finish(result))
            except GLib.Error:
                replies[path] = []

        interface, _, name = method.rpartition(".")
        for path in paths:
            self.connection.call(to, path, ATSPI + interface, name, arguments, None, Gio.DBusCallFlags.NONE, TIMEOUT_MS,
                                 None, done, path)
        while len(replies) < len(set(paths)):
            GLib.MainContext.default().iteration(True)
        return [replies[path] for path in paths]

    def get(self, to, path, interface, name):
        return self.call(to, path, "org.freedesktop.DBus.Properties.Get", GLib.Variant("(ss)", (ATSPI + interface, name)))

    def find_program(self, pid):
        """The bus name of the program, or None while it has not come to the bus."""
        for name, _ in self.call("org.a11y.atspi.Registry", ROOT, "Accessible.GetChildren"):
            owner = self.call("org.freedesktop.DBus", "/org/freedesktop/DBus",
                              "org.freedesktop.DBus.GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))
            if owner == pid:
                return name
        return None


class Node:
    """One widget as it stood when the tree was read; what is asked of it afterwards is asked live."""

    def __init__(self, tree, item):
        self.tree, self.path, self.interfaces = tree, item.path, item.interfaces
        self.name, self.role, self.description = item.name, role_name(item.role), item.description
        self.states = item.states
        self.children = []
        self.parent = None
        self.box = None

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self):
        node = self.parent
        while node:
            yield node
            node = node.parent

    def is_in(self, role, name=None):
        return any(node.role == role and fits(node.name, name) for node in self.ancestors())

    @property
    def window(self):
        """The top of its tree: a frame or a dialog."""
        return [self, *self.ancestors()][-1]

    def call(self, method, signature=None, *arguments):
        return self.tree.bus.call(self.tree.program, self.path, method,
                                  GLib.Variant(signature, arguments) if signature else None)

    def get(self, interface, name):
        return self.tree.bus.get(self.tree.program, self.path, interface, name)

    def extents(self):
        """x, y, width, height inside its window."""
        return self.box or self.place()

    def place(self):
        """Its extents as they are at this moment."""
        return self.call("Component.GetExtents", "(u)", 1)

    def live_states(self):
        return state_names(self.call("Accessible.GetState"))

    def text(self):
        # "To the end" is not understood by GTK 4.8.
        return self.call("Text.GetText", "(ii)", 0, self.get("Text", "CharacterCount"))

    def set_text(self, text):
        if not self.call("EditableText.SetTextContents", "(s)", text):
            raise AssertionError(f"{self} takes no text")

    @property
    def is_action(self):
        return "Action" in self.interfaces and self.get("Action", "NActions") > 0

    def act(self):
        if not self.call("Action.DoAction", "(i)", 0):
            raise AssertionError(f"{self} does nothing")

    @property
    def words(self):
        """All that is written in it."""
        return " ".join(part.name for part in self.walk() if part.role == "label")

    @property
    def is_named(self):
        return bool(self.name.strip()) and not CLASS_NAME.match(self.name)


def fits(got, wanted):
    """A button with a mnemonic has its words twice in GTK 4.8: "_Next Next"."""
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return bool(wanted.search(got))
    return got in (wanted, f"{wanted} {wanted}") or got.replace("_", "", 1) in (wanted, f"{wanted} {wanted}")


class Tree:
    """All that the program shows now: its windows, and what is in them."""

    def __init__(self, bus, program):
        self.bus, self.program = bus, program
        self.windows = []
        self.read = set()  # what a sweep has looked at
        self._read()

    def _items(self):
        return self.bus.call(self.program, "/org/a11y/atspi/cache", f"{ATSPI}Cache.GetItems", read=items)

    # What the program has told so far, hidden widgets among it, comes in one call; who is whose child now has to be asked, and
    # a program tells of a widget only once its parent was asked. So all of a level are asked at once, from the windows down.
    def _read(self):
        told, children = self._items(), {}
        for _ in range(3):
            level = [ROOT]
            while level:
                ask = [path for path in level if path == ROOT or path not in told or told[path].count > 0]
                found = self.bus.call_all(self.program, ask, "Accessible.GetChildren", child_paths)
                children.update(zip(ask, found))
                level = [child for path in ask for child in children[path]]
            if all(child in told for paths in children.values() for child in paths):
                break
            told = self._items()
        self.windows = [self._build(path, told, children, None) for path in children[ROOT] if path in told]

    def _build(self, path, told, children, parent):
        node = Node(self, told[path])
        node.parent = parent
        node.children = [self._build(child, told, children, node) for child in children.get(path, ()) if child in told]
        return node

    def __iter__(self):
        for window in self.windows:
            yield from window.walk()

    def find_all(self, role=None, name=None):
        return [node for node in self if (role is None or node.role == role) and fits(node.name, name)]

    def measure(self, roles=None):
        """Asks for many places at once; from then on extents() of these nodes tells what they were."""
        nodes = [node for node in self if roles is None or node.role in roles]
        boxes = self.bus.call_all(self.program, [node.path for node in nodes], "Component.GetExtents", extents,
                                  GLib.Variant("(u)", (1,)))
        for node, box in zip(nodes, boxes):
            node.box = box or (0, 0, 0, 0)
        return self

    def find(self, role=None, name=None):
        return next(iter(self.find_all(role, name)), None)

    def describe(self):
        """The tree as text, for whoever has to find out why a test failed."""
        def lines(node, depth):
            yield f"{'  ' * depth}{node.role} {node.name!r} {' '.join(sorted(node.states & TOLD))}"
            for child in node.children:
                yield from lines(child, depth + 1)
        return "\n".join(line for window in self.windows for line in lines(window, 0))


TOLD = {"checked", "pressed", "focused", "focusable", "expanded", "selected", "active", "modal"}
