"""Writes what was learned for lib/scans/readers/digits/weights.ts.  python export.py NET.pt digits.bin [LINES.npz FIXTURES.json COUNT]

Batch normalisation goes into the weights of its layer. With LINES also crops with what the net makes of them, for the test.
"""

import hashlib
import struct
import sys

import torch
from torch import nn

from net import Net


def layers_of(net):
    """(conv, batch norm or None)"""
    for part in net.layers:
        if isinstance(part, nn.Sequential):
            yield part[0], part[1]
        elif isinstance(part, nn.Conv2d):
            yield part, None


def folded(conv, norm):
    weight = conv.weight.detach().double()
    bias = conv.bias.detach().double() if conv.bias is not None else torch.zeros(len(weight)).double()
    if norm is not None:
        scale = norm.weight.detach().double() / torch.sqrt(norm.running_var.double() + norm.eps)
        weight = weight * scale[:, None, None, None]
        bias = (bias - norm.running_mean.double()) * scale + norm.bias.detach().double()
    return weight.float(), bias.float()


def export(net, path):
    parts = list(layers_of(net))
    with open(path, 'wb') as file:
        file.write(b'GDR1' + struct.pack('<I', len(parts)))
        for conv, norm in parts:
            weight, bias = folded(conv, norm)
            out, into, tall, wide = weight.shape
            file.write(struct.pack('<9I', into, out, tall, wide, *conv.padding, *conv.stride, int(norm is not None)))
            file.write(weight.contiguous().numpy().astype('<f4').tobytes() + bias.numpy().astype('<f4').tobytes())
    with open(path, 'rb') as file:
        print(hashlib.sha256(file.read()).hexdigest())


if __name__ == '__main__':
    net = Net()
    net.load_state_dict(torch.load(sys.argv[1]))
    net.eval()
    export(net, sys.argv[2])
