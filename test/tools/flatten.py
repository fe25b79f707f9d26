"""Flattens real reports as other tools do: flatten.py REPORTS OUT writes OUT/<report>.<tool>.<ending> for each of them.

Tools of the system (pdftotext, pandoc, lynx, w3m) are used where they are installed; the others are Python packages.
"""

import logging
import re
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import html2text
import inscriptis
import mammoth
import markdownify
import pdfplumber
import pypdf
from bs4 import BeautifulSoup
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams

logging.disable(logging.WARNING)


def run(*arguments):
    return subprocess.run(arguments, capture_output=True, timeout=120, check=True).stdout


def plumber_tables(pdf):
    lines = []
    for page in pdf.pages:
        for table in page.extract_tables():
            lines += ["\t".join((cell or "").replace("\n", "") for cell in row) for row in table] + [""]
    return "\n".join(lines)


def plumber_markdown(pdf):
    lines = []
    for page in pdf.pages:
        lines.append(page.extract_text() or "")
        for table in page.extract_tables():
            rows = ["| " + " | ".join((cell or "").replace("\n", "<br>") for cell in row) + " |" for row in table]
            lines += rows[:1] + ["|" + "---|" * len(table[0])] + rows[1:] + [""]
    return "\n".join(lines)


def from_pdf(path):
    def plumbed(use):
        with pdfplumber.open(path) as pdf:
            return use(pdf)

    def pages(use):
        return plumbed(lambda pdf: "\n".join(use(page) or "" for page in pdf.pages))

    def paged(**options):
        return "\n".join(page.extract_text(**options) for page in pypdf.PdfReader(path).pages)

    yield "pypdf.txt", paged
    yield "pypdf-layout.txt", lambda: paged(extraction_mode="layout")
    yield "pdfplumber.txt", lambda: pages(lambda page: page.extract_text())
    yield "pdfplumber-layout.txt", lambda: pages(lambda page: page.extract_text(layout=True))
    yield "pdfplumber-tables.txt", lambda: plumbed(plumber_tables)
    yield "pdfplumber-tables.md", lambda: plumbed(plumber_markdown)
    yield "pdfminer.txt", lambda: extract_text(path)
    yield "pdfminer-no-boxes.txt", lambda: extract_text(path, laparams=LAParams(boxes_flow=None))
    yield "pdfminer-wide.txt", lambda: extract_text(path, laparams=LAParams(all_texts=True, char_margin=20.0))
    if shutil.which("pdftotext"):
        for mode in ("", "-layout", "-raw"):
            yield f"pdftotext{mode}.txt", lambda mode=mode: run("pdftotext", *filter(None, [mode]), path, "-")


def docx_rows(path, separator):
    lines = []
    for block in docx.Document(path).iter_inner_content():
        if not hasattr(block, "rows"):
            lines.append(block.text)
            continue
        for row in block.rows:
            cells = []
            last = None
            for cell in row.cells:
                if cell._tc is not last:
                    cells.append(cell.text.replace("\n", " "))
                last = cell._tc
            lines.append(separator.join(cells))
    return "\n".join(lines)


PANDOC = ("gfm", "markdown", "plain", "rst", "html", "commonmark_x", "markdown-pipe_tables-simple_tables-multiline_tables")


def pandoc(path, to):
    return run("pandoc", path, "-t", to) if to == "plain" else run("pandoc", path, "--wrap=none", "-t", to)


def pandoc_name(to):
    name = to.split("-")[0] + ("-grid" if "-" in to else "")
    ending = {"plain": "txt", "rst": "txt", "html": "html"}.get(to, "md")
    return f"pandoc-{name}.{ending}"


def from_docx(path):
    for name, separator in (("tabs", "\t"), ("pipes", " | "), ("commas", ","), ("lines", "\n")):
        yield f"python-docx-{name}.txt", lambda separator=separator: docx_rows(path, separator)
    yield "mammoth.html", lambda: mammoth.convert_to_html(open(path, "rb")).value
    yield "mammoth.md", lambda: mammoth.convert_to_markdown(open(path, "rb")).value
    if shutil.which("pandoc"):
        for to in PANDOC:
            yield pandoc_name(to), lambda to=to: pandoc(path, to)


def decoded(path):
    raw = Path(path).read_bytes()
    charset = re.search(rb'charset="?([\w-]+)', raw)
    try:
        return raw.decode(charset.group(1).decode() if charset else "utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def html_rows(page, separator):
    soup = BeautifulSoup(page, "lxml")
    for row in soup.find_all("tr"):
        cells = [cell.get_text("", strip=True) for cell in row.find_all(["td", "th"], recursive=False)]
        row.replace_with(soup.new_string("\n" + separator.join(cells) + "\n"))
    return soup.get_text()


def unwrapped(page):
    parser = html2text.HTML2Text()
    parser.body_width = 0
    return parser.handle(page)


def from_html(path):
    page = decoded(path)
    utf8 = Path(OUT, ".page.html")

    def dumped(*arguments):
        utf8.write_text(re.sub(r'charset="?[\w-]+', 'charset="utf-8', page, count=1), "utf-8")
        return run(*arguments, str(utf8))

    yield "html2text.md", lambda: unwrapped(page)
    yield "html2text-wrapped.md", lambda: html2text.html2text(page)
    yield "beautifulsoup-lines.txt", lambda: BeautifulSoup(page, "lxml").get_text("\n", strip=True)
    yield "beautifulsoup-spaces.txt", lambda: BeautifulSoup(page, "lxml").get_text(" ", strip=True)
    yield "beautifulsoup.txt", lambda: BeautifulSoup(page, "lxml").get_text()
    for name, separator in (("tabs", "\t"), ("spaces", " "), ("commas", ","), ("pipes", "|")):
        yield f"rows-{name}.txt", lambda separator=separator: html_rows(page, separator)
    yield "inscriptis.txt", lambda: inscriptis.get_text(page)
    yield "markdownify.md", lambda: markdownify.markdownify(page)
    if shutil.which("lynx"):
        options = ("-dump", "-nolist", "-display_charset=utf-8", "-assume_charset=utf-8")
        yield "lynx.txt", lambda: dumped("lynx", *options)
        yield "lynx-wide.txt", lambda: dumped("lynx", *options, "-width=160")
    if shutil.which("w3m"):
        yield "w3m.txt", lambda: dumped("w3m", "-dump", "-I", "utf8", "-O", "utf8", "-T", "text/html")
        yield "w3m-wide.txt", lambda: dumped("w3m", "-dump", "-cols", "160", "-I", "utf8", "-O", "utf8", "-T", "text/html")
    if shutil.which("pandoc"):
        yield "pandoc-gfm.md", lambda: run("pandoc", path, "-f", "html", "-t", "gfm", "--wrap=none")
        yield "pandoc-plain.txt", lambda: run("pandoc", path, "-f", "html", "-t", "plain")


SOURCES = {".pdf": from_pdf, ".docx": from_docx, ".html": from_html}
REPORTS, OUT = sys.argv[1:3]

for source in sorted(Path(REPORTS).iterdir()):
    if source.suffix not in SOURCES or source.name.startswith("wps-blank"):
        continue
    for name, tool in SOURCES[source.suffix](str(source)):
        flattened = tool()
        text = flattened if isinstance(flattened, bytes) else flattened.encode("utf-8", "replace")
        Path(OUT, f"{source.stem}{source.suffix.replace('.', '-')}.{name}").write_bytes(text)
Path(OUT, ".page.html").unlink(missing_ok=True)
