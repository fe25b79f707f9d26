"""How often the net errs, by confidence.  python measure.py NET.pt TEST.npz..."""

import sys

import numpy as np
import torch

from net import Net, decoded, pictures_of
from train import load, loss_of

LEVELS = (0, .5, .7, .8, .9, .95, .98, .99, .995, .999)


def read(logits):
    """As lib/scans/readers/digits/reader.ts: text, and the chance that it and no other stands there."""
    text = decoded(logits[None])[0]
    likely = -loss_of(logits[None], [text], 'sum') if text else logits.log_softmax(-1)[:, 0].sum()
    return text, float(likely.exp())


def measured(net, path):
    pictures, labels = load(path)
    rows = []
    with torch.no_grad():
        for picture, label in zip(pictures, labels):
            text, sure = read(net(pictures_of([picture]))[0])
            rows.append((text == label, sure, '?' in text or not text, label, text))
    return rows


if __name__ == '__main__':
    torch.set_num_threads(1)
    net = Net()
    net.load_state_dict(torch.load(sys.argv[1]))
    net.eval()
    for path in sys.argv[2:]:
        rows = measured(net, path)
        print(path, f'{np.mean([row[0] for row in rows]):.4f} of {len(rows)} right')
        figures = [row[0] for row in rows if row[3] and '?' not in row[3]]
        print(f'of figures {np.mean(figures):.4f} of {len(figures)}')
        print('figures as sure as: taken, wrong of them')
        for level in LEVELS:
            taken = [row for row in rows if row[1] >= level and not row[2]]
            wrong = [row for row in taken if not row[0]]
            print(f'{level:5} {len(taken):6} {len(wrong):4}', ' '.join(f'{row[3]}>{row[4]}' for row in wrong[:12]) if level >= .9 else '')
