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
    return f'{chance.randint(1, 9999):d},' + ','.join(f'{chance.randint(0, 999):03d}' for _ in range(chance.choice([1, 1, 1, 2])))


def decimal(chance):
    places = chance.choice([1, 2, 2, 2, 3, 4, 4, 5, 6, 6])
    return f'{chance.randint(0, 10 ** chance.choice([1, 1, 2, 3, 4, 5]) - 1)}.' + ''.join(chance.choice('0123456789') for _ in range(places))


def figure(chance):
    """What stands in a cell."""
    kind = chance.random()
    if kind < .20:
        return '0'
    if kind < .34:
        return str(chance.randint(1, 9))
    if kind < .58:
        return whole(chance, chance.choice([2, 2, 2, 3, 3, 4, 5, 6, 7]))
    if kind < .66:
        return ''.join(chance.choice('0123456789') for _ in range(chance.randint(2, 8)))
    if kind < .69:
        return ''.join(chance.choice(chance.choice(['17', '06', '089', '38', '14', '56', '01', '11'])) for _ in range(chance.randint(1, 6)))
    if kind < .71:
        return chance.choice('0123456789') * chance.randint(2, 6)
    if kind < .81:
        return decimal(chance)
    if kind < .85:
        return chance.choice(MINUS) + chance.choice([whole(chance, chance.randint(1, 5)), decimal(chance)])
    if kind < .86:
        return '+' + whole(chance, chance.randint(1, 4))
    if kind < .89:
        return grouped(chance) + chance.choice(['', '', f'.{chance.randint(0, 99):02d}'])
    if kind < .91:
        return chance.choice([decimal(chance), whole(chance, chance.randint(1, 5))]) + chance.choice(['万元', '元', '万'])
    if kind < .935:
        return chance.choice(['/', '/', '-', '—', '——', '--', '／', '－', '−', '.', ',', '-0', '0.0'])
    if kind < .945:
        return ''.join(chr(0xFF10 + int(digit)) for digit in whole(chance, chance.randint(1, 5)))
    if kind < .97:
        return ''.join(chance.choice(OTHERS) for _ in range(chance.randint(1, 5)))
    if kind < .99:
        return whole(chance, chance.randint(1, 4)) + chance.choice(OTHERS) + chance.choice(['', whole(chance, chance.randint(1, 3))])
    return chance.choice(OTHERS) + whole(chance, chance.randint(1, 4))


def label(text):
    """What should be read: every other character as '?', a run of them once."""
    read = ''
    for character in text:
        character = SAME.get(character, character)
        character = character if character in CHARACTERS else '?'
        if character != '?' or not read.endswith('?'):
            read += character
    return read
