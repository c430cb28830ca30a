# SPDX-License-Identifier: GPL-3.0-or-later
"""How much words stand out from what they stand on, measured on a picture of the screen (WCAG 2.2, 1.4.3)."""
import collections

LEAST = 4.5


class Pixels:
    """A picture of the whole screen, three bytes a pixel."""

    def __init__(self, data, width, height):
        self.data, self.width, self.height = data, width, height

    def counted(self, box):
        """The colours in a box, each with how often it stands there."""
        x, y, width, height = box
        left, right = max(0, x), min(self.width, x + width)
        count = collections.Counter()
        for row in range(max(0, y), min(self.height, y + height)):
            line = self.data[(row * self.width + left) * 3:(row * self.width + right) * 3]
            count.update(zip(line[0::3], line[1::3], line[2::3]))
        return count


def luminance(colour):
    def linear(part):
        part /= 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
    red, green, blue = map(linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def of(pixels, box):
    """The contrast of what is written in a box, or None where nothing is. The edges of letters are mixed colours: the letters'
    own is the one that stands out most."""
    count = pixels.counted(box)
    if len(count) < 2:
        return None
    ground = count.most_common(1)[0][0]
    return max(ratio(colour, ground) for colour in count)
