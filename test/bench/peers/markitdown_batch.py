"""Converts Word files to Markdown with markitdown, all in one process. Usage: markitdown_batch.py OUT FILE..."""

import sys
from pathlib import Path

from markitdown import MarkItDown

out = Path(sys.argv[1])
converter = MarkItDown()
for name in sys.argv[2:]:
    file = Path(name)
    (out / f"{file.stem}.md").write_text(converter.convert(str(file)).text_content, encoding="utf-8")
