"""Reads the tables of Word files with python-docx and writes each file's to a workbook with openpyxl.

What a careful script does: one sheet per table, merged cells kept, plain numbers as numbers.
Usage: word_to_workbook.py OUT FILE...
"""

import sys
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from openpyxl.utils import get_column_letter


def cell_value(text: str):
    text = text.strip()
    try:
        return int(text)
    except ValueError:
        return text


def write_table(sheet, table) -> None:
    """Puts each cell once, at its top left, and merges what it covers."""
    places = {}
    for row_number, row in enumerate(table.rows, start=1):
        for column_number, cell in enumerate(row.cells, start=1):
            places.setdefault(cell._tc, []).append((row_number, column_number))
            if len(places[cell._tc]) == 1:
                sheet.cell(row_number, column_number, cell_value(cell.text))
    for covered in places.values():
        if len(covered) == 1:
            continue
        (top, left), (bottom, right) = covered[0], covered[-1]
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    for column in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 16


def convert(file: Path, out: Path) -> None:
    document = Document(str(file))
    workbook = Workbook()
    workbook.remove(workbook.active)
    for number, table in enumerate(document.tables, start=1):
        write_table(workbook.create_sheet(f"Table {number}"), table)
    if not workbook.sheetnames:
        workbook.create_sheet("No tables")
    workbook.save(out / f"{file.stem}.xlsx")


def main() -> None:
    out = Path(sys.argv[1])
    for name in sys.argv[2:]:
        convert(Path(name), out)


main()
