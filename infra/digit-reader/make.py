"""Makes lines for learning or testing.

python make.py FONTS SEED COUNT OUT.npz [--parts N] [--use learning|choosing|testing] [--clean SHARE] [--tall LOW HIGH] [--sheet SHEET.png]

With parts, OUT has a {} for the seed of each part, which is one more than that of the part before.
"""

import argparse
import os
import sys

os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')

import cv2
import numpy as np

from print_and_scan import Chance, sample

cv2.setNumThreads(1)


def make(folder, seed, count, use='learning', clean=0.0, tall=(9, 40)):
    chance = Chance(seed)
    pictures, labels, heights = [], [], []
    while len(pictures) < count:
        made = sample(folder, use, chance, chance.random() >= clean, tall)
        if made is None:
            continue
        pictures.append(made[0])
        labels.append(made[1])
        heights.append(made[2])
    return pictures, labels, heights


def save(path, pictures, labels, heights):
    part = path + '.part.npz'
    np.savez(
        part,
        greys=np.concatenate([picture.T.reshape(-1) for picture in pictures]),
        widths=np.array([picture.shape[1] for picture in pictures], np.int32),
        labels=np.array(labels),
        heights=np.array(heights, np.float32),
    )
    os.rename(part, path)


def sheet(path, pictures, wide=1600):
    rows, row, used = [], [], 0
    for picture in pictures:
        if used + picture.shape[1] > wide:
            rows.append(np.pad(np.hstack(row), ((0, 4), (0, wide - used)), constant_values=90))
            row, used = [], 0
        row.append(picture)
        used += picture.shape[1]
    cv2.imwrite(path, 255 - np.vstack(rows))


if __name__ == '__main__':
    options = argparse.ArgumentParser()
    options.add_argument('fonts')
    options.add_argument('seed', type=int)
    options.add_argument('count', type=int)
    options.add_argument('out')
    options.add_argument('--parts', type=int, default=1)
    options.add_argument('--use', default='learning')
    options.add_argument('--clean', type=float, default=0.0)
    options.add_argument('--tall', type=float, nargs=2, default=(9, 40))
    options.add_argument('--sheet')
    given = options.parse_args(sys.argv[1:])
    for seed in range(given.seed, given.seed + given.parts):
        made = make(given.fonts, seed, given.count, given.use, given.clean, tuple(given.tall))
        save(given.out.format(seed), *made)
        if given.sheet:
            sheet(given.sheet.format(seed), made[0])
            print(made[1])
