"""What a page of a report says, to compare other formats with."""

from html.parser import HTMLParser

HEADINGS = ("h1", "h2", "h3")


class PageText(HTMLParser):
    """
    Collects what a page says, and its headings.

    Leaves out the skip link, what opens a long cell, and what opens a table whose caption says the same.
    """

    def __init__(self):
        super().__init__()
        self.words, self.headings, self.open = [], [], []
        self.summary = None  # from which word to which the last line that opens something goes

    def handle_starttag(self, tag, attrs):
        if tag in {"img", "meta", "br"}:
            return
        in_cell = any(other in {"td", "th"} for other, _ in self.open)
        silent = (
            tag in {"style", "title"} or dict(attrs).get("class") == "skip" or (tag == "summary" and in_cell)
        )
        self.open.append((tag, silent))
        if tag in {"summary", "caption"}:
            self.began = len(self.words)
        if tag in HEADINGS:
            self.headings.append((tag, ""))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag
        if tag == "summary":
            self.summary = (self.began, len(self.words))
        if tag == "caption" and self.summary:
            start, end = self.summary
            follows = not "".join(self.words[end : self.began]).strip()
            if follows and self.words[start:end] == self.words[self.began :]:
                del self.words[start:end]
            self.summary = None

    def handle_data(self, data):
        if any(silent for _, silent in self.open):
            return
        self.words.append(data)
        if self.open and self.open[-1][0] in HEADINGS:
            tag, text = self.headings[-1]
            self.headings[-1] = (tag, text + data)


def page_text(page):
    """Read a page."""
    read = PageText()
    read.feed(page)
    return read
