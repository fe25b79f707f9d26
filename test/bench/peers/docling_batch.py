"""Converts Word files to docling's JSON, all in one process. Usage: docling_batch.py OUT FILE..."""

import json
import sys
from pathlib import Path

from docling.document_converter import DocumentConverter

out = Path(sys.argv[1])
for result in DocumentConverter().convert_all(sys.argv[2:]):
    text = json.dumps(result.document.export_to_dict(), ensure_ascii=False)
    (out / f"{result.input.file.stem}.json").write_text(text, encoding="utf-8")
