"""A line brought to 24 rows. lib/scans/readers/digits/normal.ts does the same: what is changed here is changed there."""

import math

import numpy as np

ROWS, INK_ROWS, SIDE, WIDEST, FULL, FAINTEST = 24, 18, 6, 320, 200, .4


def triangle(count, length, start, step):
    """Weights of a row of `length` source pixels for each of `count` pixels that lie `step` apart from `start`; the rest is paper."""
    reach = max(1.0, step)
    centre = start + (np.arange(count) + .5) * step
    first = np.floor(centre - reach - .5).astype(int)
    span = int(math.ceil(2 * reach)) + 2
    places = first[:, None] + np.arange(span)[None, :]
    weights = np.maximum(0, 1 - np.abs(places + .5 - centre[:, None]) / reach)
    weights /= weights.sum(1, keepdims=True)
    matrix = np.zeros((count, length))
    inside = (places >= 0) & (places < length)
    np.add.at(matrix, (np.nonzero(inside)[0], places[inside]), weights[inside])
    return matrix


def solid(mask):
    """Ink that has ink at two sides or corners at least: no grain."""
    padded = np.pad(mask, 1).astype(np.uint8)
    height, width = mask.shape
    around = sum(padded[1 + dy : 1 + dy + height, 1 + dx : 1 + dx + width] for dy in (-1, 0, 1) for dx in (-1, 0, 1))
    return mask & (around >= 3)


def normalise(grey, digit):
    """grey: uint8, 255 is paper. digit: height of a digit in pixels. Returns 24 rows, uint8, 200 is ink; None without ink."""
    height, width = grey.shape
    ordered = np.sort(grey, axis=None)
    paper = int(ordered[math.floor(.75 * (ordered.size - 1))])
    ink = int(ordered[min(ordered.size, max(3, math.ceil(.02 * digit * digit))) - 1])
    if paper - ink < 48:
        return None
    mask = grey < (paper + ink) / 2
    firm = solid(mask)
    if not firm.any():
        return None
    rows = firm.sum(1)
    inked = np.nonzero(rows)[0]
    top, foot = int(inked[0]), int(inked[-1]) + 1
    if foot - top > 1.45 * digit:
        window = math.ceil(1.2 * digit)
        sums = np.concatenate([[0], np.cumsum(rows)])
        held = sums[window:] - sums[:-window]
        top = int(np.argmax(held))
        foot = top + window
        inside = np.nonzero(rows[top:foot])[0]
        top, foot = top + int(inside[0]), top + int(inside[-1]) + 1
    # A thin minus is paler than digits.
    pale = solid(grey < paper - FAINTEST * (paper - ink))
    columns = np.nonzero(pale[top:foot].any(0))[0]
    left, right = int(columns[0]), int(columns[-1]) + 1
    tall = max(foot - top, .7 * digit)
    down = tall / INK_ROWS
    across = max(down, (right - left) / (WIDEST - 2 * SIDE))
    wide = min(WIDEST, max(ROWS, math.ceil((right - left) / across) + 2 * SIDE))
    wide += wide % 2
    vertical = triangle(ROWS, height, (top + foot) / 2 - down * ROWS / 2, down)
    horizontal = triangle(wide, width, left - SIDE * across, across)
    dark = np.maximum(0, paper - grey.astype(np.float64))
    out = vertical @ dark @ horizontal.T
    return np.floor(np.minimum(255, out * FULL / (paper - ink)) + .5).astype(np.uint8)
