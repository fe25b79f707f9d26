"""Which typefaces lines are set in, for learning and, whole families apart, for testing."""

import os
import random
from collections import defaultdict
from functools import lru_cache

from PIL import ImageFont

# Families that no line for learning is set in: one like SimSun, a Kai, one like Times, two sans and what goes with Office.
HELD_OUT = (
    'AR PL SungtiL', 'AR PL UMing', 'AR PL Mingti2L', 'AR PL UKai', 'AR PL KaitiM Big5',
    'Liberation', 'Arimo', 'Tinos', 'Cousine', 'Aerial', 'Tymes', 'DejaVu', 'Veranda', 'Verana',
    'WenQuanYi Micro Hei', 'Droid', 'Carlito', 'Caladea', 'PT Serif',
)
# Nor in these, by which it is seen how far learning is: what is held out above is looked at once, at the end.
FOR_CHOOSING = (
    'cwTeXKai', 'BIZ UDMincho', 'BIZ UDPMincho', 'NanumBarunGothic', 'M PLUS 2', 'Nimbus Roman', 'TeX Gyre Termes',
    'Tahoma', 'Open Sans', 'Roboto Slab', 'Cabin',
)
NO_TEXT = (
    'Symbol', 'dings', 'Marlett', 'Chorus', 'Z003', 'D050000L', 'Script', 'Initials', 'Keyboard', 'Integrals', 'Size',
    'NonUnicode', 'Variants', 'Math', 'Pilgi', 'Smallcaps', 'Caps', 'Dinaru', 'Emoji', 'Quotation',
)
NOT_USED = ('italic', 'oblique', 'slanted', 'inclined', 'thin', 'hairline', 'extralight', 'extra light', 'ultra')
NOTO = ('Noto Sans', 'Noto Serif', 'Noto Mono', 'Noto Serif Display', 'Noto Sans CJK JP', 'Noto Serif CJK JP')


def height_of(font, text='0'):
    box = font.getbbox(text)
    return box[3] - box[1]


def has(font, character):
    """Whether a typeface has a glyph of its own for a character."""
    try:
        drawn, none = font.getmask(character), font.getmask('\uffff')
    except OSError:
        return False
    return drawn.getbbox() is not None and bytes(drawn) != bytes(none)


def is_usable(path):
    """Ten digits of one height: none that hang below the line or are as low as an x."""
    try:
        font = ImageFont.truetype(path, 60)
        name, style = font.getname()
    except OSError:
        return None
    if any(part in name for part in NO_TEXT) or any(part in (style or '').lower() for part in NOT_USED):
        return None
    if name.startswith('Noto') and name not in NOTO:
        return None
    if not all(has(font, digit) for digit in '0123456789.'):
        return None
    tops = [font.getbbox(digit)[1] for digit in '0123456789']
    feet = [font.getbbox(digit)[3] for digit in '0123456789']
    tall = height_of(font, '8')
    if max(tops) - min(tops) > .12 * tall or max(feet) - min(feet) > .12 * tall:
        return None
    return name, has(font, '万') and has(font, '元')


def use_of(family):
    """What a family is for: learning, choosing among nets, or testing."""
    if any(family.startswith(held) for held in HELD_OUT):
        return 'testing'
    return 'choosing' if any(family.startswith(held) for held in FOR_CHOOSING) else 'learning'


@lru_cache(None)
def families(folder, use):
    """Paths by family: (those with Chinese, all)."""
    chinese, every = defaultdict(list), defaultdict(list)
    for root, _, names in sorted(os.walk(folder)):
        for file in sorted(names):
            if not file.lower().endswith(('.ttf', '.ttc', '.otf')):
                continue
            usable = is_usable(os.path.join(root, file))
            if usable is None or use_of(usable[0]) != use:
                continue
            every[usable[0]].append(os.path.join(root, file))
            if usable[1]:
                chinese[usable[0]].append(os.path.join(root, file))
    return list(chinese.values()), list(every.values())


@lru_cache(2000)
def open_font(path, size):
    return ImageFont.truetype(path, size)


@lru_cache(20000)
def has_all(path, text):
    font = ImageFont.truetype(path, 40)
    return all(has(font, character) for character in set(text) if character != ' ')


def pick(folder, use, text, chance: random.Random):
    """A typeface that has all characters of a line, or None. Chinese ones come more often, as they do in reports."""
    chinese, every = families(folder, use)
    for _ in range(6):
        family = chance.choice(chinese if chance.random() < .45 or any(c > '\u3000' for c in text) else every)
        path = chance.choice(family)
        if has_all(path, text):
            return path
    return None
