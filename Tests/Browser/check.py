"""Opens the pages of reports in a headless Chromium and fails on whatever a reader should not meet.

usage: check.py AXE REPORT.HTML...

AXE is axe.min.js. Each page is opened light and dark, 1280 and 390 pixels wide, and for print: no
message on the console, no request for anything but itself, nothing wider than the window, no
violation of WCAG 2.2 A or AA, a summary that fits the first sheet. Where a page has tables that can be sorted, one is, by keyboard.
"""

import sys

from browser import Browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPEN = "document.querySelectorAll('details').forEach(part => { part.open = true; })"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
AXE = f"""
axe.run(document, {{ runOnly: {TAGS}, resultTypes: ["violations"] }}).then(results =>
  [results.passes.length].concat(results.violations.map(violation => violation.id + ": " +
    violation.help + " (" + violation.nodes.length + "), e.g. " +
    violation.nodes[0].html.slice(0, 200) + " " + violation.nodes[0].failureSummary)))
"""
# A4 within the margins of the page's style [px].
PAPER = (688, 1016)
# A page of the year has no summary.
SUMMARY = """
(document.querySelector(".short")?.getBoundingClientRect().bottom ?? 0) + window.scrollY
"""
OUTSIDE = """
[...document.querySelectorAll("svg[role=img] text")].filter(text => {
  const own = text.getBoundingClientRect(), all = text.closest("svg[role=img]").getBoundingClientRect();
  return own.width > 0 && (own.right > all.right + 4 || own.left < all.left - 4);
}).map(text => text.textContent)
"""


def sorting(browser):
    """What is wrong with sorting and filtering, by keyboard."""
    if not browser.run("document.querySelector('script') !== null"):
        return []
    found = []
    cell = "document.querySelector('.table:has(th button) tbody tr th').textContent"
    head = "document.querySelector('.table th:has(button)')"
    first = browser.run(cell)
    browser.run(f"{head}.querySelector('button').focus()")
    browser.press("Enter", 13)
    if browser.run(f"{head}.getAttribute('aria-sort')") != "ascending":
        found.append("a heading does not sort")
    browser.press("Enter", 13)
    if browser.run(f"{head}.getAttribute('aria-sort')") != "descending":
        found.append("a heading does not turn the order round")
    if browser.run(cell) == first:
        found.append("the rows stay as they are when their order is turned round")
    browser.press("Enter", 13)
    if browser.run(f"{head}.getAttribute('aria-sort')") is not None or browser.run(cell) != first:
        found.append("the third press does not bring the first order back")
    shown = """(() => {
      const input = document.querySelector(".filter input");
      if (!input) { return null; }
      const rows = [...input.closest("p").nextElementSibling.querySelectorAll("tbody tr")];
      input.value = rows[0].cells[0].textContent;
      input.dispatchEvent(new Event("input"));
      const shown = rows.filter(row => !row.hidden).length;
      input.value = "";
      input.dispatchEvent(new Event("input"));
      return [shown, rows.length, rows.filter(row => !row.hidden).length];
    })()"""
    counts = browser.run(shown)
    if counts is not None and not (0 < counts[0] < counts[1] == counts[2]):
        found.append(f"the filter shows {counts[0]}, then {counts[2]} of {counts[1]} rows")
    return found


def check(browser, axe, page):
    """What is wrong with a page, as texts."""
    found = []
    for width, scheme in ((1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")):
        browser.emulate(width, scheme)
        address = browser.open(page)
        where = f"{page}, {width} px, {scheme}"
        if width == 1280 and scheme == "light":
            found += [f"{where}: {text}" for text in sorting(browser)]
        for opened in (False, True):
            if opened:
                browser.run(OPEN)
            if browser.run(SIDEWAYS) > 0:
                found.append(f"{where}: wider than the window by {browser.run(SIDEWAYS)} px")
        found += [f"{where}: cut off in a picture: {text}" for text in browser.run(OUTSIDE)]
        found += [f"{where}: {text}" for text in browser.incidents(address)]
        browser.run(axe)
        passed, *violations = browser.run(AXE)
        if passed == 0:
            found.append(f"{where}: axe looked at nothing")
        found += [f"{where}: {text}" for text in violations]
    browser.emulate(PAPER[0], "light", media="print")
    found += [f"{page}, print: {text}" for text in browser.incidents(browser.open(page))]
    if browser.run(SUMMARY) > PAPER[1]:
        found.append(f"{page}, print: the summary is longer than a sheet of A4")
    return found


def main():
    library, *pages = sys.argv[1:]
    if not pages:
        raise SystemExit(__doc__)
    with open(library, encoding="utf-8") as file:
        axe = file.read()
    failed = 0
    with Browser() as browser:
        for page in pages:
            found = check(browser, axe, page)
            for text in found:
                print(text, file=sys.stderr)
            failed += bool(found)
            print(f"{page}: {'failed' if found else 'passed'}")
    print(f"{len(pages) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
