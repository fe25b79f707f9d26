"""Crops with what normal.py and the net make of them, for test/lib/scans/readers/digits.test.ts.

python fixtures.py FONTS NET.pt OUT.json COUNT
"""

import base64
import json
import sys

import torch

from net import Net, decoded, pictures_of
from normal import normalise
from print_and_scan import Chance, crop

if __name__ == '__main__':
    fonts, weights, out, count = sys.argv[1:]
    net = Net()
    net.load_state_dict(torch.load(weights))
    net.eval()
    chance, made = Chance(20260119), []
    while len(made) < int(count):
        line = crop(fonts, 'testing', chance, True, (12, 24))
        if line is None or line[0].shape[1] > 110:
            continue
        grey, text, _, digit = line
        rows = normalise(grey, digit)
        if rows is None:
            continue
        with torch.no_grad():
            logits = net(pictures_of([rows]))
        made.append({
            'width': grey.shape[1], 'height': grey.shape[0], 'greys': base64.b64encode(grey.tobytes()).decode(),
            'digit': digit, 'printed': text, 'read': decoded(logits)[0],
            'rows': base64.b64encode(rows.tobytes()).decode(),
            'values': base64.b64encode(logits[0].numpy().astype('<f4').tobytes()).decode(),
        })
    with open(out, 'w') as file:
        json.dump(made, file, ensure_ascii=False, indent=2)
        file.write('\n')
