# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to be true of every page, whatever it shows: all that can be worked is named once and has a role, nothing is cut off or out of
reach, and what is read stands out from what it stands on."""
import re

import contrast

# What holds others may take the focus so that the keyboard can scroll it; a list in a combo box has its name from the box.
HOLDERS = ("scroll pane", "list", "panel", "filler", "page tab list", "table")
LEAST_PANE = 150  # of this height a page can still be read and worked
TWICE = re.compile(r"^(.{3,}?)[\s:,]+\1$")
READ = ("label", "heading", "status bar", "notification", "alert", "static")
WITHOUT_MEANING = ("unknown", "invalid", "redundant object", "")


def is_popover(node):
    """What hangs over its window on a surface of its own. GTK 4.8 tells its place as it was wished, not as there was room."""
    return node.name in ("GtkPopover", "GtkPopoverMenu")


def popovers(tree):
    return [node for node in tree if is_popover(node)]


def is_in_view(node):
    """Whether the whole of it can be seen now: it may be scrolled away, and tells a place all the same."""
    x, y, width, height = node.extents()
    if width <= 0 or height <= 0:
        return False
    for up in node.ancestors():
        if up.role == "scroll pane" or up.parent is None or is_popover(up):
            left, top, wide, high = up.extents()
            if x < left - 1 or y < top - 1 or x + width > left + wide + 1 or y + height > top + high + 1:
                return False
        if is_popover(up):
            break
    return True


def focusable(tree):
    return [node for node in tree if "focusable" in node.states and "sensitive" in node.states]


def unnamed(tree):
    """What can be focused and worked, and is read to a blind person as nothing or as the name of a class."""
    return [node for node in focusable(tree)
            if not node.is_named and node.role not in HOLDERS and not node.is_in("combo box")]


def named_twice(tree):
    return [node for node in tree if node.role not in ("label", "list item") and TWICE.match(node.name.strip())]


def without_role(tree):
    return [node for node in focusable(tree) if node.role in WITHOUT_MEANING]


def sideways(tree):
    """What sticks out of its window, or out of the page that it is on, to the left or right."""
    found = []
    for node in tree:
        if "focusable" not in node.states and node.role not in READ:
            continue
        x, _, width, height = node.extents()
        pane = next((up for up in node.ancestors() if up.role == "scroll pane" or is_popover(up)), node.window)
        left, _, wide, _ = pane.extents()
        if width > 0 and height > 0 and (x < left - 1 or x + width > left + wide + 1):
            found.append((node, (x, x + width), (left, left + wide)))
    return found


def out_of_reach(tree):
    """What is not on a page that scrolls, and lies above or below its window."""
    found = []
    for node in focusable(tree):
        if any(up.role == "scroll pane" or is_popover(up) for up in node.ancestors()):
            continue
        _, y, _, height = node.extents()
        _, _, _, high = node.window.extents()
        if height > 0 and (y < -1 or y + height > high + 1):
            found.append((node, (y, y + height), high))
    return found


def too_low(tree, screen):
    """A page that scrolls is of no use through a slit. One that holds less than that is as low as what it holds."""
    least = min(LEAST_PANE, screen[1] // 4)
    found = []
    for pane in (node for node in tree if node.role == "scroll pane"):
        _, _, width, height = pane.extents()
        held = max((part.extents()[3] for child in pane.children for part in (child, *child.children)
                    if child.role != "scroll bar"), default=0)
        if width > 0 and 0 < height < least and held > height + 1:
            found.append((pane, height))
    return found


def too_large(tree, screen):
    return [(one, one.extents()) for one in (*tree.windows, *popovers(tree))
            if one.extents()[2] > screen[0] or one.extents()[3] > screen[1]]


def check(program, tree, name):
    """All that is wrong with what is on the screen now, of which a picture is kept."""
    pixels, screen = program.picture(name), program.desktop.screen
    tree.measure()
    wrong = {"has no name": unnamed(tree), "has its name twice": named_twice(tree), "has no role": without_role(tree),
             "sticks out sideways": sideways(tree), "cannot be reached": out_of_reach(tree),
             "is seen through a slit": too_low(tree, screen), "is larger than the screen": too_large(tree, screen),
             "is hard to read": faint(program, tree, pixels)}
    return [f"{name}: {one} {what}" for what, ones in wrong.items() for one in ones]


def check_words(program, tree, name):
    """What else of a page that was checked is in view now that it was scrolled."""
    pixels = program.picture(name)
    tree.measure((*READ, "scroll pane"))
    return [f"{name}: {one} is hard to read" for one in faint(program, tree, pixels)]


def is_off(node):
    """What cannot be worked now is dimmed, as people expect it."""
    return any("sensitive" not in up.states for up in (node, *node.ancestors()) if up is node or "button" in up.role)


def faint(program, tree, pixels):
    """Words that came into view with this picture whose contrast against what they stand on is less than people need who see little."""
    top = (popovers(tree) or tree.windows)[-1]
    left, up = program.origin(top)
    found = []
    for node in top.walk():
        if node.role not in READ or node in tree.read or not node.name.strip() or is_off(node) or not is_in_view(node):
            continue
        tree.read.add(node)
        x, y, width, height = node.extents()
        ratio = contrast.of(pixels, (left + x, up + y, width, height))
        if ratio is not None and ratio < contrast.LEAST:
            found.append((node, round(ratio, 2)))
    return found
