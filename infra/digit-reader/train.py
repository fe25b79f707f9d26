"""Teaches the net.  python train.py MINUTES OUT.pt PARTS... [--test TEST.npz] [--from NET.pt]

PARTS may still be made while it learns: those that are there are taken at the start of each round.
"""

import argparse
import copy
import glob
import math
import os
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from lines import CHARACTERS
from net import Net, decoded, pictures_of

BATCH, PEAK, FIRST, HELD, REMEMBERED = 32, 1.5e-3, 8000, .15, .9993


def load(path):
    held = np.load(path)
    greys, widths = held['greys'], held['widths']
    ends = np.cumsum(widths.astype(np.int64)) * 24
    pictures = [greys[end - 24 * width : end].reshape(width, 24).T for end, width in zip(ends, widths)]
    return pictures, [str(text) for text in held['labels']]


def batches(pictures, labels, rng, longest=99):
    """Lines of about one width together, none longer than so many characters."""
    widths = np.array([picture.shape[1] for picture in pictures])
    order = np.argsort(widths + rng.uniform(0, 6, len(widths)))
    order = np.array([at for at in order if len(labels[at]) <= longest])
    parts = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    rng.shuffle(parts)
    for part in parts:
        width = max(pictures[at].shape[1] for at in part)
        yield pictures_of([pictures[at] for at in part], width + width % 2), [labels[at] for at in part]


def shaken(batch, rng):
    """The same lines moved, turned, wider, flatter, lighter, blurred, with some grain: cheap, and new in each round."""
    count, _, _, width = batch.shape
    fit = lambda *numbers: torch.from_numpy(np.stack(np.broadcast_arrays(*numbers, np.zeros(count)), -1)[:, :-1].astype(np.float32))
    across, down = rng.uniform(.93, 1.08, count), rng.uniform(.94, 1.06, count)
    shear, turn = rng.normal(0, .04, count) * 24 / width, rng.normal(0, .004, count) * width / 24
    right = (across - 1) + rng.uniform(-3, 1, count) / width
    matrix = torch.stack([fit(across, shear, right), fit(turn, down, rng.uniform(-1.2, 1.2, count) / 12)], 1)
    batch = F.grid_sample(batch, F.affine_grid(matrix, list(batch.shape), align_corners=False), align_corners=False)
    if rng.random() < .3:
        batch = torch.lerp(batch, F.avg_pool2d(batch, 3, 1, 1), float(rng.uniform(.1, .6)))
    batch = batch * torch.from_numpy(rng.uniform(.8, 1.2, (count, 1, 1, 1)).astype(np.float32))
    return (batch + torch.randn_like(batch) * float(rng.choice([0, .01, .03, .05]))).clamp(0, 1.02)


def loss_of(logits, labels, reduction='mean'):
    targets = torch.tensor([CHARACTERS.index(c) + 1 for text in labels for c in text])
    return F.ctc_loss(
        logits.log_softmax(-1).transpose(0, 1),
        targets,
        torch.full((len(labels),), logits.shape[1]),
        torch.tensor([len(text) for text in labels]),
        reduction=reduction,
        zero_infinity=True,
    )


def accuracy(net, pictures, labels):
    right = 0
    with torch.no_grad():
        for batch, texts in batches(pictures, labels, np.random.default_rng(0)):
            right += sum(a == b for a, b in zip(decoded(net(batch)), texts))
    return right / len(labels)


def rate_at(done, step):
    """Up, level, and down to almost nothing."""
    down = max(0, (done - HELD) / (1 - HELD))
    return PEAK * min(1, (step + 20) / 300) * max(.004, (1 + math.cos(math.pi * down)) / 2)


def follow(mean, net, step):
    """The mean of what was learned of late reads better than what was learned last."""
    keep = min(REMEMBERED, (1 + step) / (20 + step))
    with torch.no_grad():
        for kept, now in zip(mean.state_dict().values(), net.state_dict().values()):
            if kept.dtype.is_floating_point:
                kept.lerp_(now, 1 - keep)
            else:
                kept.copy_(now)


def train(given):
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    torch.set_flush_denormal(True)
    rng = np.random.default_rng(given.seed)
    net = Net()
    if given.start:
        net.load_state_dict(torch.load(given.start))
    net = net.to(memory_format=torch.channels_last)
    mean = copy.deepcopy(net).eval()
    print(sum(p.numel() for p in net.parameters()), 'weights', flush=True)
    optimiser = torch.optim.AdamW(net.parameters(), PEAK, weight_decay=1e-2)
    test = load(given.test) if given.test else None
    began, total, step, tick = time.time(), given.minutes * 60, 0, time.time()
    seen, losses, rounds = 0, [], 0
    while time.time() - began < total:
        parts = sorted(path for pattern in given.parts for path in glob.glob(pattern) if '.part.' not in path)
        rng.shuffle(parts)
        rounds += 1
        for path in parts:
            pictures, labels = load(path)
            # Single digits first: what a character is should be known before where the next begins.
            for batch, texts in batches(pictures, labels, rng, 1 if seen < FIRST and not given.start else 99):
                done = (time.time() - began) / total
                if done >= 1:
                    break
                for group in optimiser.param_groups:
                    group['lr'] = rate_at(done, step)
                loss = loss_of(net(shaken(batch, rng)), texts)
                optimiser.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(net.parameters(), 2)
                optimiser.step()
                losses.append(loss.item())
                follow(mean, net, step)
                step, seen = step + 1, seen + len(texts)
                if time.time() - tick > 60:
                    tick = time.time()
                    print(f'{tick - began:.0f}s cpu {time.process_time():.0f}s seen {seen} loss {np.mean(losses[-200:]):.4f}', flush=True)
                    torch.save(mean.state_dict(), given.out + '.now')
            if test:
                print(f'round {rounds} parts {len(parts)} test {accuracy(mean, *test):.4f}', flush=True)
    torch.save(mean.state_dict(), given.out)
    if os.path.exists(given.out + '.now'):
        os.remove(given.out + '.now')
    if test:
        print('test', accuracy(mean, *test), flush=True)


if __name__ == '__main__':
    options = argparse.ArgumentParser()
    options.add_argument('minutes', type=float)
    options.add_argument('out')
    options.add_argument('parts', nargs='+')
    options.add_argument('--test')
    options.add_argument('--from', dest='start')
    options.add_argument('--seed', type=int, default=0)
    options.add_argument('--threads', type=int, default=1)
    train(options.parse_args(sys.argv[1:]))
