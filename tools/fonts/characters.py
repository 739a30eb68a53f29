"""Prints the code points of the paper fonts, one U+XXXX per line.

core: GB2312, Big5 level 1, Latin, punctuation and common symbols.
rare: every other character that the source font has (names of people and places), argument 2 is the font.
Both leave out the Kangxi radicals and the compatibility ideographs: with them in the cmap, text copied
out of a PDF comes out as a radical that only looks like the character.
"""
import sys

DROPPED = [(0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F), (0xFE00, 0xFE0F)]
SYMBOLS = [(0x20, 0x7E), (0xA0, 0x17F), (0x1CD, 0x1DC), (0x250, 0x2CF), (0x386, 0x3CE), (0x401, 0x451), (0x1E00, 0x1EFF),
           (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20CF), (0x2100, 0x214F), (0x2150, 0x218F), (0x2190, 0x21FF),
           (0x2200, 0x22FF), (0x2300, 0x23FF), (0x2460, 0x24FF), (0x2500, 0x257F), (0x2580, 0x25FF), (0x2600, 0x26FF),
           (0x2700, 0x27BF), (0x3000, 0x30FF), (0x3105, 0x312F), (0x3200, 0x33FF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF)]


def decoded(encoding, leads, trails):
    for lead in leads:
        for trail in trails:
            try:
                yield ord(bytes([lead, trail]).decode(encoding))
            except (UnicodeDecodeError, TypeError):
                pass


def core():
    points = {p for first, last in SYMBOLS for p in range(first, last + 1)}
    points |= set(decoded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF)))
    points |= set(decoded("big5", range(0xA1, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)]))
    return points


def rare(font):
    from fontTools.ttLib import TTFont
    return set(TTFont(font, lazy=True).getBestCmap()) - core()


chosen = core() if sys.argv[1] == "core" else rare(sys.argv[2])
for point in sorted(chosen):
    if not any(first <= point <= last for first, last in DROPPED):
        print(f"U+{point:04X}")
