"""Sets a line in type, prints it, stamps it, scans it. Everything by one random.Random: the same seed gives the same lines."""

import math
import random
from functools import lru_cache

import cv2
import numpy as np

import lines
from normal import normalise
from typefaces import height_of, open_font, pick


class Chance(random.Random):
    def noise(self, shape, sigma):
        rng = np.random.default_rng(self.getrandbits(63))
        return rng.standard_normal(shape, dtype=np.float32) * sigma


@lru_cache(40000)
def glyph(path, size, character):
    """Darkness 0..1, where it stands from the pen and the top of the line, and how far the pen goes on."""
    font = open_font(path, size)
    mask, (left, top) = font.getmask2(character, 'L')
    drawn = np.asarray(mask, np.float32).reshape(mask.size[1], mask.size[0]) / 255
    return drawn, left, top, font.getlength(character)


@lru_cache(4000)
def digit_height(path, size):
    return height_of(open_font(path, size), '8')


def typeset(text, path, chance):
    """Darkness 0..1 of a line set large, height of a digit, and where each character stands from left to right."""
    size = chance.choice([40, 56])
    spacing = chance.choice([0, 0, 0, chance.uniform(-.06, -.02), chance.uniform(0, .15)]) * size
    glyphs = [glyph(path, size, character) for character in text]
    pad = size
    image = np.zeros((int(3.6 * size), int(sum(g[3] + spacing for g in glyphs)) + 2 * pad + size), np.float32)
    x, places = float(pad), []
    for drawn, left, top, forward in glyphs:
        at, high, wide = round(x) + left, *drawn.shape
        room = image[pad + top : pad + top + high, at : at + wide]
        np.maximum(room, drawn[: room.shape[0], : room.shape[1]], out=room)
        places.append((at, at + wide, pad + top, pad + top + high))
        x += forward + spacing
    return image, digit_height(path, size), places


class Unreadable(Exception):
    """Nobody can say what was printed: no line to learn from, nor to be measured by."""


def weight(dark, tall, places, chance):
    """Bold by hand, or worn thin, but not to nothing."""
    before = dark
    kind = chance.random()
    if kind < .12:
        step = max(1, round(tall * chance.uniform(.02, .06)))
        dark = np.maximum(dark, np.roll(dark, step, 1))
    elif kind < .3:
        size = max(2, round(tall * chance.uniform(.02, .05)))
        kernel = np.ones((size, size), np.uint8)
        dark = cv2.erode(dark, kernel) if chance.random() < .55 else cv2.dilate(dark, kernel)
    if any(dark[c:d, a:b].sum() < .4 * before[c:d, a:b].sum() for a, b, c, d in places):
        return before
    return dark


def warp(dark, tall, target, places, chance):
    """To the size of the scan: a little turned, sheared, wider or narrower."""
    down = target / tall
    across = down * chance.uniform(.82, 1.18)
    turn = math.radians(chance.gauss(0, .5))
    shear = chance.gauss(0, .03)
    height, width = dark.shape
    matrix = np.float32([[across, shear * down, chance.random()], [turn * across, down, chance.random()]])
    if down < .9:
        dark = cv2.GaussianBlur(dark, (0, 0), .45 / down)
    shape = (int(width * across) + 4, int(height * down) + 4)
    out = cv2.warpAffine(dark, matrix, shape, flags=cv2.INTER_LINEAR)
    at = [tuple(matrix @ np.float32([(a + b) / 2, (c + d) / 2, 1])) + ((b - a) * across, (d - c) * down) for a, b, c, d in places]
    return out, at


def curve(canvas, points, thick, value):
    points = np.array([[round(x * 8), round(y * 8)] for x, y in points], np.int32)
    cv2.polylines(canvas, [points], False, value, max(1, round(thick)), cv2.LINE_AA, 3)


def pen(shape, target, at, chance):
    """A stroke or scribble of a pen, over or beside what is printed."""
    canvas = np.zeros(shape, np.float32)
    x, y, wide, _ = chance.choice(at)
    cx, cy = x + chance.uniform(-.7, .7) * max(wide, .4 * target), y + chance.uniform(-.3, .3) * target
    kind = chance.random()
    if kind < .4:
        angle, length = chance.uniform(0, math.pi), target * chance.uniform(.8, 2.2)
        bend = chance.uniform(-.2, .2) * length
        dx, dy = math.cos(angle) * length / 2, math.sin(angle) * length / 2
        points = [(cx - dx + t * 2 * dx - dy / length * bend * 4 * t * (1 - t), cy - dy + t * 2 * dy + dx / length * bend * 4 * t * (1 - t)) for t in np.linspace(0, 1, 9)]
    elif kind < .7:
        points = [(cx - .4 * target, cy), (cx - .1 * target, cy + .4 * target), (cx + chance.uniform(.4, 1) * target, cy - chance.uniform(.4, 1) * target)]
    else:
        points = [(cx + chance.uniform(-.7, .7) * target, cy + chance.uniform(-.6, .6) * target) for _ in range(chance.randint(4, 8))]
    curve(canvas, points, target * chance.uniform(.06, .16), 1.0)
    return canvas


def touched(canvas, at, target, text):
    """A line with what a pen went over as '?', and one where it stands apart."""
    read, hit = [], False
    for (x, y, wide, high), character in zip(at, text):
        half = max(wide, .25 * target) / 2 + .04 * target
        box = canvas[max(0, int(y - high / 2 - 1)) : int(y + high / 2 + 2), max(0, int(x - half)) : int(x + half + 1)]
        over = box.size > 0 and (box > .4).sum() > .02 * target * target
        hit |= over
        read.append('\0' if over else character)
    if not hit:
        middle = np.mean([y for _, y, _, _ in at])
        left, right = min(x - w / 2 for x, _, w, _ in at), max(x + w / 2 for x, _, w, _ in at)
        beside = np.zeros_like(canvas)
        rows = slice(max(0, int(middle - .4 * target)), int(middle + .4 * target))
        columns = slice(max(0, int(left - .9 * target)), int(right + .9 * target))
        beside[rows, columns] = canvas[rows, columns]
        seen = (beside > .4).sum() / target**2
        if seen < .01:
            return text
        if seen < .06:
            raise Unreadable
        xs = np.nonzero((beside > .4).any(0))[0]
        place = sum(1 for x, _, _, _ in at if x < xs.mean())
        read.insert(place, '\0')
    return ''.join(read)


def arc(shape, target, chance):
    """A piece of the ring of a seal, or of the star in it."""
    canvas = np.zeros(shape, np.float32)
    height, width = shape
    radius = chance.uniform(1.2, 9) * target
    angle = chance.uniform(0, 2 * math.pi)
    through = (chance.uniform(.2, .8) * width, chance.uniform(.3, .7) * height)
    centre = (through[0] + radius * math.cos(angle), through[1] + radius * math.sin(angle))
    cv2.circle(canvas, (round(centre[0] * 8), round(centre[1] * 8)), round(radius * 8), 1.0, max(1, round(target * chance.uniform(.08, .5))), cv2.LINE_AA, 3)
    return canvas


def ruling(canvas, target, at, value, chance):
    """What is left of a ruling above, below or beside: never of the height of a digit where it stands upright."""
    height, width = canvas.shape
    middle = np.mean([y for _, y, _, _ in at])
    left = min(x - w / 2 for x, _, w, _ in at)
    right = max(x + w / 2 for x, _, w, _ in at)
    thick = max(1, round(target * chance.uniform(.04, .12)))
    if chance.random() < .65:
        y = middle + chance.choice([-1, 1]) * target * chance.uniform(.72, 1.15)
        a = chance.uniform(left - target, right)
        b = a + chance.choice([chance.uniform(.2, 1), chance.uniform(1, 6)]) * target
        cv2.line(canvas, (round(a), round(y)), (round(b), round(y + chance.gauss(0, .04) * target)), value, thick, cv2.LINE_AA)
    else:
        x = chance.choice([left - target * chance.uniform(.5, 1.2), right + target * chance.uniform(.5, 1.2)])
        if chance.random() < .6:
            a, b = -5, height + 5
        else:
            a = middle + target * chance.uniform(-.9, .6)
            b = a + target * chance.uniform(.1, .4)
        cv2.line(canvas, (round(x), round(a)), (round(x + chance.gauss(0, .02) * target), round(b)), value, thick, cv2.LINE_AA)


def worn(dark, target, chance):
    """Toner that does not cover, dust on the glass."""
    kind = chance.random()
    if kind < .15:
        grain = cv2.GaussianBlur(chance.noise(dark.shape, 1), (0, 0), max(.5, target * chance.uniform(.04, .2)))
        grain /= grain.std() + 1e-6
        dark = dark * np.clip(1 - chance.uniform(.1, .35) * (grain + .3), .15, 1)
    elif kind < .2:
        dark = dark * np.where(chance.noise(dark.shape, 1) > chance.uniform(1.6, 2.4), chance.uniform(.1, .6), 1).astype(np.float32)
    return dark


def saved_as(hard, chance):
    """How much of the way from ink to paper is still black where a file has two greys only; else None."""
    if chance.random() > .25:
        return None
    return chance.uniform(.35, .72) if hard else chance.uniform(.42, .62)


def scan(dark, target, hard, cut, chance):
    """Light, sensor, and what the file was saved as. Greys 0..255, floats."""
    blur = target * chance.choice([.015, .025, .035, .05, .06 + .03 * hard])
    dark = cv2.GaussianBlur(dark, (0, 0), max(.25, blur))
    ink = chance.uniform(0, 60 + 60 * hard)
    grey = 255 - dark * (255 - ink)
    height, width = grey.shape
    if chance.random() < .1 + .2 * hard:
        slope = np.linspace(0, chance.uniform(-50, 0), width, dtype=np.float32)[None] + np.linspace(0, chance.uniform(-50, 0), height, dtype=np.float32)[:, None]
        grey = grey + np.maximum(slope, -70)
    sigma = chance.choice([0, 1.5, 4, 8, 13 if hard else 6])
    grey = grey + chance.noise(grey.shape, sigma)
    if chance.random() < .4:
        grey = grey + cv2.GaussianBlur(chance.noise(grey.shape, chance.choice([3, 8, 14])), (0, 0), 1)
    grey = np.clip(grey, 0, 255)
    if cut is not None:
        grey = np.where(grey > ink + (255 - ink) * cut, 255, 0).astype(np.float32)
        salt = chance.choice([0, .0005, .002, .006 if hard else .001])
        if salt:
            grain = chance.noise(grey.shape, 1)
            limit = {.0005: 3.3, .002: 2.9, .001: 3.1, .006: 2.5}[salt]
            grey[grain > limit] = 0
            grey[grain < -limit] = 255
            if chance.random() < .3:
                for _ in range(chance.randint(1, 4)):
                    x, y, size = chance.randrange(width), chance.randrange(height), chance.randint(1, max(1, round(target * .1)))
                    grey[y : y + size, x : x + size] = 0
    elif chance.random() < .65:
        _, data = cv2.imencode('.jpg', grey.astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, chance.randint(30 if hard else 50, 90)])
        grey = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE).astype(np.float32)
    return grey


def survived(dark, grey, at, corner, hard):
    """Raises Unreadable where, in two greys, a character is hardly there any more, or ran full."""
    ink = grey < 128
    for x, y, wide, high in at:
        rows = slice(max(0, round(y - high / 2 - corner[1])), round(y + high / 2 - corner[1]) + 1)
        columns = slice(max(0, round(x - wide / 2 - corner[0])), round(x + wide / 2 - corner[0]) + 1)
        printed, left = dark[rows, columns], ink[rows, columns]
        kept = (printed * left).sum() / (printed.sum() + 1e-6)
        full = left.sum() / (printed.sum() + 1e-6)
        if kept < (.5 if hard else .65) or full > (1.9 if hard else 1.6):
            raise Unreadable


def straightened(grey, target, chance):
    """As it lies on the page that was made straight: resampled, its light made even."""
    if chance.random() < .75:
        k = chance.uniform(.8, 1.4)
        turn = math.radians(chance.gauss(0, .4))
        height, width = grey.shape
        matrix = np.float32([[k, -turn, chance.random()], [turn, k, chance.random()]])
        if k < 1:
            grey = cv2.GaussianBlur(grey, (0, 0), .4 / k)
        grey = cv2.warpAffine(grey, matrix, (int(width * k), int(height * k)), flags=cv2.INTER_LINEAR, borderValue=255)
        return grey, target * k
    return grey, target


def crop(*asked):
    """As `line_of`, and None too where nobody could read it."""
    try:
        return line_of(*asked)
    except Unreadable:
        return None


def line_of(folder, use, chance, hard=True, tall=(9, 40)):
    """One line: (greys, what should be read, its digits' height, what that is taken for), or None where it cannot be set."""
    text = '' if chance.random() < .02 else lines.figure(chance)
    path = pick(folder, use, text or '0', chance)
    if path is None:
        return None
    low, high = tall
    target = chance.choice([chance.uniform(low, min(high, 14 if low < 12 else 17)), chance.uniform(max(low, 12), min(high, 22)), chance.uniform(max(low, 16), min(high, 30)), chance.uniform(low, high)])
    large, digit, places = typeset(text or '0', path, chance)
    if text == '':
        large = np.zeros_like(large)
    elif hard or chance.random() < .3:
        large = weight(large, digit, places, chance)
    dark, at = warp(large, digit, target, places, chance)
    printed = dark
    if hard:
        dark = worn(dark, target, chance)
    cut = saved_as(hard, chance)
    if hard and chance.random() < .14:
        ring, tone = arc(dark.shape, target, chance), chance.uniform(.12, .5)
        dark = np.maximum(dark, ring * tone)
        if cut is not None and .92 - cut < tone < 1.03 - cut:
            raise Unreadable
        if cut is not None and tone > 1 - cut:
            text = touched(ring, at, target, text)
    if chance.random() < (.12 if hard else .03):
        ruling(dark, target, at, chance.uniform(.3, 1), chance)
    if hard and text and chance.random() < .05:
        stroke = pen(dark.shape, target, at, chance)
        dark = np.maximum(dark, stroke * chance.uniform(.75, 1))
        text = touched(stroke, at, target, text)
    # only a part of the paper around comes with the line
    margin = target * chance.uniform(.15, .8), target * chance.uniform(.15, .9)
    left = max(0, int(min(x - w / 2 for x, _, w, _ in at) - margin[1]))
    right = int(max(x + w / 2 for x, _, w, _ in at) + target * chance.uniform(.15, .9)) + 1
    up = max(0, int(min(min(y - h / 2 for _, y, _, h in at), np.mean([y for _, y, _, _ in at]) - .4 * target) - margin[0]))
    foot = int(max(max(y + h / 2 for _, y, _, h in at), np.mean([y for _, y, _, _ in at]) + .4 * target) + target * chance.uniform(.15, .8)) + 1
    dark = dark[up:foot, left:right]
    if min(dark.shape) < 4:
        return None
    grey = scan(dark, target, hard, cut, chance)
    if cut is not None and text:
        survived(printed[up:foot, left:right], grey, at, (left, up), hard)
    grey, target = straightened(grey, target, chance)
    guess = target * (chance.uniform(.7, 1.45) if chance.random() < .1 else chance.uniform(.87, 1.15))
    return np.floor(np.clip(grey, 0, 255) + .5).astype(np.uint8), lines.label(text), target, guess


def sample(*asked):
    """One line as the net takes it: (24 rows, what should be read, its digits' height), or None where nothing is left."""
    made = crop(*asked)
    rows = made and normalise(made[0], made[3])
    return None if rows is None else (rows, made[1], made[2])
