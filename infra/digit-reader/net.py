"""The net: a picture of 24 rows in, for each second column one of the characters or none."""

import torch
from torch import nn

from lines import CHARACTERS
from normal import ROWS


def layer(into, out, kernel, stride, padding):
    return nn.Sequential(nn.Conv2d(into, out, kernel, stride, padding, bias=False), nn.BatchNorm2d(out), nn.ReLU())


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            layer(1, 16, 5, 2, 2),
            layer(16, 32, 3, (2, 1), 1),
            layer(32, 64, 3, (2, 1), 1),
            layer(64, 112, 3, 1, (0, 1)),
            nn.Dropout(.05),
            layer(112, 112, (1, 3), 1, (0, 1)),
            nn.Conv2d(112, len(CHARACTERS) + 1, 1),
        )

    def forward(self, pictures):
        """(lines, 1, 24, width), 1 is full ink, to logits (lines, width / 2, characters + 1); the first is none."""
        return self.layers(pictures)[:, :, 0].transpose(1, 2)


def decoded(logits):
    """Best character of each column; runs of one are one, and none is nothing."""
    read = []
    for best in logits.argmax(-1).tolist():
        read.append(''.join(CHARACTERS[now - 1] for now, before in zip(best, [0] + best) if now and now != before))
    return read


def pictures_of(lines_of_rows, width=None):
    """Pictures of 24 rows in one tensor, paper added at the right."""
    width = width or max(rows.shape[1] for rows in lines_of_rows)
    batch = torch.zeros(len(lines_of_rows), 1, ROWS, width)
    for at, rows in enumerate(lines_of_rows):
        batch[at, 0, :, : rows.shape[1]] = torch.from_numpy(rows).float() / 255
    return batch
