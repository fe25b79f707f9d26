"""What is printed in cells of the forms, invented, and what a reader should make of it."""

import random

# The last stands for anything else, however much of it.
CHARACTERS = '0123456789.,-+/万元?'
OTHERS = '无本年增减件项个其他合计口（）()…~*政府信息公开申请第％%：:年月日见附不适用部门数量收费总额类别条份次人组织法结转AEFHKMNRTWX'
MINUS = '-－−–'
DASHES = '—―'
SAME = {'－': '-', '−': '-', '–': '-', '—': '-', '―': '-', '．': '.', '，': ',', '＋': '+', '／': '/'} | {
    chr(0xFF10 + digit): str(digit) for digit in range(10)
}


def whole(chance, digits):
    return str(chance.randint(10 ** (digits - 1), 10**digits - 1))


def grouped(chance):
    first = chance.randint(1, chance.choice([9, 99, 999, 999, 9999]))
    return f'{first:d},' + ','.join(f'{chance.randint(0, 999):03d}' for _ in range(chance.choice([1, 1, 1, 2])))


def decimal(chance):
    places = chance.choice([1, 1, 2, 2, 2, 3, 4, 4, 5, 6, 6])
    whole_part = chance.randint(0, 10 ** chance.choice([1, 1, 1, 2, 2, 3, 4, 5]) - 1)
    return f'{whole_part}.' + ''.join(chance.choice('0123456789') for _ in range(places))


def signed(chance):
    return chance.choice(MINUS) + chance.choice([str(chance.randint(0, 9)), whole(chance, chance.randint(1, 5)), decimal(chance), grouped(chance)])


def alike(chance):
    """Digits that look alike, and those of one kind."""
    of = chance.choice(['17', '14', '147', '47', '06', '089', '38', '56', '01', '11', '71', '0123456789'])
    if of == '0123456789':
        return chance.choice(of) * chance.randint(2, 6)
    return ''.join(chance.choice(of) for _ in range(chance.randint(1, 6)))


def no_figure(chance):
    kind = chance.random()
    if kind < .35:
        return ''.join(chance.choice(OTHERS) for _ in range(chance.randint(1, 5)))
    if kind < .75:
        return whole(chance, chance.randint(1, 4)) + chance.choice(OTHERS) + chance.choice(['', whole(chance, chance.randint(1, 3))])
    return chance.choice(OTHERS) + whole(chance, chance.randint(1, 4))


# How often in a hundred, and what.
KINDS = (
    (13, lambda chance: '0'),
    (6, lambda chance: chance.choice('1147')),
    (8, lambda chance: str(chance.randint(1, 9))),
    (17, lambda chance: whole(chance, chance.choice([2, 2, 2, 3, 3, 4, 5, 6, 7]))),
    (6, lambda chance: ''.join(chance.choice('0123456789') for _ in range(chance.randint(2, 8)))),
    (6, alike),
    (15, decimal),
    (7, signed),
    (1, lambda chance: '+' + whole(chance, chance.randint(1, 4))),
    (6, lambda chance: grouped(chance) + chance.choice(['', '', f'.{chance.randint(0, 99):02d}'])),
    (2, lambda chance: chance.choice([decimal(chance), whole(chance, chance.randint(1, 5))]) + chance.choice(['万元', '元', '万'])),
    (2, lambda chance: chance.choice([decimal(chance), whole(chance, chance.randint(1, 3))]) + chance.choice('%％')),
    (4, lambda chance: chance.choice(['/', '/', '-', '—', '——', '--', '／', '－', '−', '.', ',', '-0', '0.0', '0.00', '-1'])),
    (1, lambda chance: ''.join(chr(0xFF10 + int(digit)) for digit in whole(chance, chance.randint(1, 5)))),
    (6, no_figure),
)


def figure(chance):
    """What stands in a cell."""
    return chance.choices([make for _, make in KINDS], [often for often, _ in KINDS])[0](chance)


def label(text):
    """What should be read: every other character as '?', a run of them once, as a run of dashes: nobody sees how many they are."""
    read = ''
    for character in text:
        character = SAME.get(character, character)
        character = character if character in CHARACTERS else '?'
        if character not in '?-' or not read.endswith(character):
            read += character
    return read
