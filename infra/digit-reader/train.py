"""Teaches the net.  python train.py MINUTES OUT.pt PARTS... [--test TEST.npz] [--from NET.pt]

PARTS may still be made while it learns: those that are there are taken at the start of each round.
"""

import argparse
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

BATCH, PEAK, FIRST = 48, 3e-3, 12000


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
    """The same lines a little lighter or darker, moved by a pixel, with some grain: cheap, and new in each round."""
    batch = batch * torch.from_numpy(rng.uniform(.8, 1.2, (len(batch), 1, 1, 1)).astype(np.float32))
    batch = torch.roll(batch, (int(rng.integers(-1, 2)), int(rng.integers(0, 2))), (2, 3))
    return (batch + torch.randn_like(batch) * float(rng.choice([0, .01, .03, .05]))).clamp(0, 1.02)


def loss_of(logits, labels):
    targets = torch.tensor([CHARACTERS.index(c) + 1 for text in labels for c in text])
    return F.ctc_loss(
        logits.log_softmax(-1).transpose(0, 1),
        targets,
        torch.full((len(labels),), logits.shape[1]),
        torch.tensor([len(text) for text in labels]),
        zero_infinity=True,
    )


def accuracy(net, pictures, labels):
    net.eval()
    right = 0
    with torch.no_grad():
        for batch, texts in batches(pictures, labels, np.random.default_rng(0)):
            right += sum(a == b for a, b in zip(decoded(net(batch)), texts))
    net.train()
    return right / len(labels)


def train(given):
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    rng = np.random.default_rng(given.seed)
    net = Net()
    if given.start:
        net.load_state_dict(torch.load(given.start))
    net = net.to(memory_format=torch.channels_last)
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
            for batch, texts in batches(pictures, labels, rng, 1 if seen < FIRST else 99):
                done = (time.time() - began) / total
                if done >= 1:
                    break
                rate = PEAK * min(1, (step + 20) / 200) * max(.004, (1 + math.cos(math.pi * done)) / 2)
                for group in optimiser.param_groups:
                    group['lr'] = rate
                loss = loss_of(net(shaken(batch, rng)), texts)
                optimiser.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(net.parameters(), 2)
                optimiser.step()
                losses.append(loss.item())
                step, seen = step + 1, seen + len(texts)
                if time.time() - tick > 60:
                    tick = time.time()
                    print(f'{tick - began:.0f}s cpu {time.process_time():.0f}s seen {seen} loss {np.mean(losses[-200:]):.4f}', flush=True)
                    torch.save(net.state_dict(), given.out + '.now')
            if test:
                print(f'round {rounds} parts {len(parts)} test {accuracy(net, *test):.4f}', flush=True)
    torch.save(net.state_dict(), given.out)
    if os.path.exists(given.out + ".now"):
        os.remove(given.out + ".now")
    if test:
        print('test', accuracy(net, *test), flush=True)


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
