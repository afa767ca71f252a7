"""The report page as people use it: in a real Chromium, by mouse, keyboard, on a telephone and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

import pytest

from helpers.agency_tables import BAPPEDA, ESELON, KECAMATAN_LENGKAP, LOGIKA
from helpers.browser import LAPTOP, TELEPON, axe, opened, until
from helpers.report_pages import EXAMPLE, JAHAT, large, look, made
from helpers.workbooks import BAKU, put, write
from pokin_docs.flow.examine import Understood
from pokin_docs.model.causes import causes
from pokin_docs.model.texts import squeeze
from pokin_docs.report.texts import page as page_of

LAIN = {"eselon": ESELON, "kecamatan": KECAMATAN_LENGKAP, "logika": LOGIKA, "bappeda": BAPPEDA}
"""Tables of four other agencies."""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("laporan") / "laporan.html"
    path.write_bytes(made(look(EXAMPLE)))
    return path


@pytest.fixture(scope="module", params=LAIN)
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    path = folder / "laporan.html"
    path.write_bytes(made(look(write(folder / "buku.xlsx", LAIN[request.param]))))
    return path


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    places = (
        "Tahap 5!B2",
        "Tahap 5!B4",
        "Tahap 5!C4",
        "Tahap 5!I4",
        "Tahap 5!L4",
        "Pejabat!B4",
        "Pejabat!G4",
        "Program!B2",
        "Identitas!B2",
    )
    path = tmp_path / "laporan.html"
    code = "A%2'\"<b>"
    changes = [put(place, JAHAT) for place in places] + [put(place, code) for place in ("Tahap 5!G4", "Program!A2")]
    path.write_bytes(made(look(write(tmp_path / "buku.xlsx", BAKU, *changes))))
    return path


def at_rest(page: Any, selector: str) -> Any:
    """The box of an element once the page has stopped scrolling to it."""
    before, box = None, page.locator(selector).bounding_box()
    while box != before:
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        before, box = box, page.locator(selector).bounding_box()
    return box


WARNA = ("color-contrast", "link-in-text-block")
"""The rules of axe that look at colours; all others say the same of a page whatever its colours are."""


TWO_OF_EACH = """() => {
  const seen = {};
  for (const part of document.querySelectorAll('body *')) {
    part.removeAttribute('data-uji');
    const text = [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!text || !part.getClientRects().length) continue;
    const way = [];
    for (let up = part; up !== document.body; up = up.parentElement) {
      way.push([up.tagName, ...[...up.attributes].filter(({name}) => !/^(id|href|title|aria-label|data-.*)$/.test(name))
        .map(({name, value}) => `${name}=${value}`)].join(' '));
    }
    const look = [...new Set(way)].join(' < ');
    seen[look] = (seen[look] || 0) + 1;
    if (seen[look] < 3) part.setAttribute('data-uji', '');
  }
  return Object.keys(seen).length;
}"""
"""Mark two parts of each look that a text has, the first ones; its tag, class and all above it make its look."""

OVERFLOW = """() => {
  const bad = [];
  for (const text of document.querySelectorAll('.kotak text')) {
    const box = text.closest('.kotak').firstElementChild;
    const inside = {x: 0, y: 0, right: +box.getAttribute('width'), bottom: +box.getAttribute('height')};
    const area = text.getBBox();
    if (text.hasAttribute('textLength')) bad.push('squeezed: ' + text.textContent);
    if (area.x < -0.05 || area.y < -0.35 || area.x + text.getComputedTextLength() > inside.right + 0.05
        || area.y + area.height > inside.bottom + 0.35) bad.push(text.textContent);
  }
  for (const text of document.querySelectorAll('.jenjang-pita text')) {  // these run upwards
    if (text.getComputedTextLength() > +text.parentElement.firstElementChild.getAttribute('height') + 0.05) bad.push(text.textContent);
  }
  return [document.querySelectorAll('.kotak text').length, bad];
}"""


def test_the_texts_of_the_drawing_fit_their_boxes(chromium: Any, example: Path) -> None:
    with opened(chromium, example) as page:
        count, bad = page.evaluate(OVERFLOW)
    assert count > 300
    assert bad == []


def test_a_wider_font_is_set_closer_instead_of_leaving_its_box(chromium: Any, example: Path, tmp_path: Path) -> None:
    """Telephones have neither Liberation Sans nor Arial."""
    text = example.read_text(encoding="utf-8")
    start = text.index("<meta http-equiv")
    text = text[:start] + text[text.index(">", start) + 1 :]  # the policy would refuse the changed style
    wider = text.replace(
        'font-family: "Liberation Sans", Arimo, Arial, Helvetica, sans-serif', "font-family: monospace"
    )
    assert wider != text
    path = tmp_path / "laporan.html"
    path.write_text(wider, encoding="utf-8")
    with opened(chromium, path) as page:
        bad = [line for line in page.evaluate(OVERFLOW)[1] if not line.startswith("squeezed: ")]
    assert bad == []


def test_other_agencies_open_without_errors_and_their_texts_fit(chromium: Any, other: Path) -> None:
    with opened(chromium, other) as page:
        count, bad = page.evaluate(OVERFLOW)
        assert count > 8
        assert bad == []
        page.locator(".kotak[data-n]").first.click()
        assert page.locator("#panel h3").inner_text() != ""
        assert axe(page) == []
    with opened(chromium, other, TELEPON) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_hostile_texts_stay_texts(chromium: Any, hostile: Path) -> None:
    with opened(chromium, hostile) as page:
        assert page.title() != "x"
        page.locator(".kotak[data-n='2']").click()
        assert page.locator("#panel h3").text_content() == JAHAT
        assert f"A%2'\"<b> {JAHAT}" in page.locator("#panel dl").text_content()
        assert page.locator("img").count() == 0
        assert page.evaluate(OVERFLOW)[1] == []
        for row in page.locator(".para-pejabat > details").all():
            row.evaluate("part => { part.open = true; }")
    with opened(chromium, hostile, TELEPON) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_search_finds_a_sentence_across_its_line_breaks(chromium: Any, example: Path) -> None:
    with opened(chromium, example) as page:
        lines = page.locator(".kotak[data-n='3'] text.b").all_text_contents()
        assert len(lines) > 2
        page.fill("#cari", " ".join(lines))
        until(page, "document.querySelector('#cari-hasil').value.startsWith('1 dari')")
        assert page.locator(".kotak[data-n='3'] .sorotan").count() == len(lines)
        assert "cocok" in page.locator(".kotak[data-n='3']").get_attribute("class")
        frame, box = page.locator(".bingkai").bounding_box(), page.locator(".kotak.pilih").bounding_box()
        assert frame["x"] <= box["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]


def test_search_ignores_case_and_accents_and_goes_on_and_back(chromium: Any, example: Path) -> None:
    with opened(chromium, example) as page:
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "cari"
        page.keyboard.type("ÍNFORMASI PUBLÍK")
        until(page, "document.querySelector('#cari-hasil').value.startsWith('1 dari')")
        total = int(page.locator("#cari-hasil").evaluate("field => field.value").split()[-1])
        assert total > 3
        first = page.locator(".kotak.pilih").get_attribute("data-n")
        page.keyboard.press("Enter")
        assert page.locator("#cari-hasil").evaluate("field => field.value") == f"2 dari {total}"
        assert page.locator(".kotak.pilih").get_attribute("data-n") != first
        page.click("#cari-mundur")
        page.click("#cari-mundur")
        assert page.locator("#cari-hasil").evaluate("field => field.value") == f"{total} dari {total}"
        page.fill("#cari", "kata yang tidak ada")
        until(page, "document.querySelector('#cari-hasil').value == 'tidak ada'")
        assert page.locator(".sorotan").count() == 0


def test_a_click_highlights_the_path_and_tells_of_the_node(chromium: Any, example: Path) -> None:
    found = look(EXAMPLE)
    assert isinstance(found, Understood)
    pohon = found.plan.pohon
    node = next(kinerja for kinerja in pohon.kinerja if len(kinerja.order) == 4 and pohon.children(kinerja))
    with opened(chromium, example) as page:
        page.locator(f".kotak[data-n='{node.number}']").click()
        numbers = page.locator(".kotak.jalur").evaluate_all("boxes => boxes.map((box) => +box.dataset.n)")
        assert sorted(numbers) == sorted(up.number for up in pohon.ancestors(node))
        lines = page.locator(".g.jalur").evaluate_all("lines => lines.map((line) => +line.dataset.ke)")
        assert sorted(lines) == sorted(
            [node.number, *(up.number for up in pohon.ancestors(node) if up.induk is not None)]
        )
        children = page.locator(".kotak.anak").evaluate_all("boxes => boxes.map((box) => +box.dataset.n)")
        assert sorted(children) == [child.number for child in pohon.children(node)]
        panel = squeeze(page.locator("#panel").inner_text())
        row = node.indikator[0].baris
        for said in (
            node.text.clean, row.indikator.clean, row.satuan.clean, *node.kode,
            f"'{row.lembar}'!B{row.baris}", f"'{row.lembar}'!C{row.baris}", pohon.children(node)[0].text.clean,
            *(found.plan.pejabat[id_].full_jabatan for id_ in node.pemilik),
        ):  # fmt: skip
            assert said in panel
        page.keyboard.press("Escape")
        assert page.locator("#panel").is_hidden()
        assert page.locator(".jalur").count() == 0


def test_the_keyboard_alone_walks_the_tree(chromium: Any, example: Path) -> None:
    with opened(chromium, example) as page:
        here = "document.activeElement.dataset.n"
        page.locator(".kotak[data-n][tabindex='0']").focus()
        assert page.evaluate(here) == "0"
        page.keyboard.press("ArrowDown")
        assert page.evaluate(here) == "1"
        page.keyboard.press("ArrowDown")
        assert page.evaluate(here) == "2"
        page.keyboard.press("ArrowRight")
        assert page.evaluate(here) == "6"
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowUp")
        assert page.evaluate(here) == "1"
        page.keyboard.press("End")
        page.keyboard.press("Home")
        assert page.evaluate(here) == "0"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "panel"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className").startswith("tombol tutup")
        page.keyboard.press("Enter")
        assert page.locator("#panel").is_hidden()
        assert page.evaluate(here) == "0"
        outline = "getComputedStyle(document.activeElement.firstElementChild).strokeDasharray"
        assert page.evaluate(outline) != "none"


def test_every_box_is_reached_by_arrow_keys(chromium: Any, example: Path) -> None:
    with opened(chromium, example) as page:
        reached = page.evaluate(
            """() => {
              const press = (box, key) => {
                box.focus();
                box.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
                return document.activeElement;
              };
              const start = document.querySelector('.kotak[tabindex="0"]'), seen = new Set([start]), waiting = [start];
              while (waiting.length) {
                const box = waiting.pop();
                for (const key of ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight']) {
                  const next = press(box, key);
                  if (!seen.has(next)) { seen.add(next); waiting.push(next); }
                }
              }
              return [seen.size, document.querySelectorAll('.kotak[data-n]').length];
            }"""
        )
    assert reached == [43, 43]


def test_wheel_drag_and_buttons_move_the_view(chromium: Any, example: Path) -> None:
    with opened(chromium, example) as page:
        transform = "document.querySelector('.kamera').style.transform"
        before, box = page.evaluate(transform), {}
        for _ in range(20):  # a page that is still being laid out moves away from under the mouse
            page.evaluate("document.querySelector('#pohon').scrollIntoView()")
            box = at_rest(page, ".bingkai")
            page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            page.wait_for_timeout(300)
            page.mouse.wheel(0, -400)
            page.wait_for_timeout(100)
            if page.evaluate(transform) != before:
                break
        until(page, f"{transform} != '{before}'")
        before, chosen = page.evaluate(transform), page.locator(".pilih").count()
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] / 2 - 120, box["y"] + box["height"] / 2 - 60, steps=4)
        page.mouse.up()
        assert page.evaluate(transform) != before
        assert page.locator(".pilih").count() == chosen
        page.get_by_role("button", name="Seluruhnya").click()
        assert page.evaluate(transform).endswith("scale(1)")
        page.get_by_role("button", name="Perbesar").click()
        assert page.evaluate(transform).endswith("scale(1.5)")


def test_the_filters_of_the_findings(chromium: Any, example: Path) -> None:
    groups = causes(look(EXAMPLE).temuan)
    code = groups[-1].kode
    shown = "[...document.querySelectorAll('#daftar-temuan tbody tr')].filter((row) => !row.hidden).length"
    with opened(chromium, example) as page:
        assert page.evaluate(shown) == 20
        page.click("#semua-temuan")
        assert page.evaluate(shown) == len(groups)
        page.select_option("[name=kode]", code)
        assert page.evaluate(shown) == sum(cause.kode == code for cause in groups)
        page.click("#saring-temuan [type=reset]")
        until(page, f"{shown} == {len(groups)}")
        page.click("[data-tingkat=peringatan]")
        assert page.evaluate(shown) == sum(
            row == "peringatan"
            for row in page.locator("#daftar-temuan tbody tr").evaluate_all("rows => rows.map((row) => row.className)")
        )
        page.fill("#saring-temuan [name=teks]", "zzz tidak ada")
        assert page.evaluate(shown) == 0
        assert page.locator("#temuan .hampa").is_visible()
        page.evaluate("location.hash = 't30'")


def test_a_link_leads_to_what_is_filtered_out_folded_away_or_drawn(chromium: Any, example: Path) -> None:
    with opened(chromium, example) as page:
        page.locator("#daftar-temuan td > a").first.click()
        assert page.locator("#panel").is_visible()
        page.locator("#panel a[href^='#t']").last.click()
        target = page.evaluate("location.hash")
        assert page.locator(target).is_visible()
        page.goto(example.as_uri() + "#p3")
        page.reload()
        assert page.locator("#p3 > div").is_visible()


def test_links_lead_to_files_of_the_build(chromium: Any, bangunan_contoh: Path) -> None:
    report = bangunan_contoh / "laporan.html"
    with opened(chromium, report) as page:
        addresses = page.locator("a[href]").evaluate_all("links => links.map((link) => link.href)")
        inner = page.locator("a[href^='#']").evaluate_all("links => links.map((link) => link.hash.slice(1))")
        ids = page.locator("[id]").evaluate_all("parts => parts.map((part) => part.id)")
    assert len(ids) == len(set(ids))
    assert [name for name in inner if name not in ids] == []
    files = {unquote(urlparse(address).path) for address in addresses} - {str(report)}
    assert len(files) > 30
    assert [name for name in files if not Path(name).is_file()] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_rules_of_accessibility_are_kept(chromium: Any, example: Path, scheme: str) -> None:
    with opened(chromium, example, color_scheme=scheme) as page:
        page.locator(".kotak[data-n='3']").click()
        page.evaluate(
            "for (const part of document.querySelectorAll('main > section:not(#pohon) details')) part.open = true"
        )
        if scheme == "light":
            assert axe(page, but=WARNA) == []
        assert page.evaluate(TWO_OF_EACH) > 200
        assert axe(page, "[data-uji]", only=WARNA) == []
        page.keyboard.press("Escape")
        page.click("#sebagai-daftar")
        page.evaluate("for (const part of document.querySelectorAll('#daftar-pohon details')) part.open = true")
        if scheme == "light":
            assert axe(page, "#pohon", but=WARNA) == []
        assert page.evaluate(TWO_OF_EACH) > 200
        assert axe(page, "#pohon [data-uji]", only=WARNA) == []


CONTRAST = """() => {
  const parse = (text) => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = (rgb) => rgb.map((v) => v / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const found = {};
  for (const text of document.querySelectorAll('.kotak text')) {
    const box = text.closest('.kotak').firstElementChild;
    const back = parse(getComputedStyle(box).fill), alpha = +getComputedStyle(text).opacity;
    const ink = parse(getComputedStyle(text).fill).map((v, i) => v * alpha + back[i] * (1 - alpha));
    const [a, b] = [light(ink), light(back)].sort((x, y) => y - x);
    found[text.closest('.kotak').getAttribute('class') + ' ' + text.getAttribute('class')] = (a + 0.05) / (b + 0.05);
  }
  return found;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_of_the_drawing_have_contrast(chromium: Any, example: Path, tmp_path: Path, scheme: str) -> None:
    """axe does not look into drawings: the ratio of WCAG, measured for each look of a text on its box."""
    marked = tmp_path / "laporan.html"
    blank = [put(f"Tahap 5!C{row}", None) for row in range(2, 7)]
    marked.write_bytes(made(look(write(tmp_path / "buku.xlsx", BAKU, *blank))))
    ratios: dict[str, float] = {}
    for path in (example, marked):
        with opened(chromium, path, color_scheme=scheme) as page:
            ratios |= page.evaluate(CONTRAST)
    assert len(ratios) > 15
    assert sum("tanda" in name for name in ratios) == 5
    assert {name: ratio for name, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("size", [TELEPON, LAPTOP, (768, 1024)])
def test_nothing_is_wider_than_the_window(chromium: Any, example: Path, size: tuple[int, int]) -> None:
    with opened(chromium, example, size) as page:
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        page.click("#sebagai-daftar")
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_telephone_pinches_and_opens(chromium: Any, example: Path) -> None:
    with opened(chromium, example, TELEPON, has_touch=True, is_mobile=True) as page:
        page.locator("#pohon").scroll_into_view_if_needed()
        page.evaluate("document.querySelector('#pohon').scrollIntoView()")
        scale = "+document.querySelector('.kamera').style.transform.match(/scale\\(([\\d.]+)\\)/)[1]"
        before = page.evaluate(scale)
        page.evaluate(
            """() => {
              const drawing = document.querySelector('#gambar-pohon'), box = drawing.getBoundingClientRect();
              const fire = (type, id, x) => drawing.dispatchEvent(new PointerEvent(type, {
                pointerId: id, pointerType: 'touch', bubbles: true, clientX: box.left + x, clientY: box.top + 200}));
              fire('pointerdown', 11, 150); fire('pointerdown', 12, 210);
              for (let step = 1; step < 6; step += 1) { fire('pointermove', 11, 150 - step * 15); fire('pointermove', 12, 210 + step * 15); }
              fire('pointerup', 11, 75); fire('pointerup', 12, 285);
            }"""
        )
        assert page.evaluate(scale) > before * 1.5
        page.get_by_role("button", name="Seluruhnya").tap()
        page.locator(".kotak[data-n='0']").tap()
        assert page.locator("#panel").is_visible()


def test_without_javascript_everything_can_still_be_read(chromium: Any, example: Path) -> None:
    with opened(chromium, example, java_script_enabled=False) as page:
        assert page.locator("#daftar-pohon details").count() == 43
        assert page.locator("#daftar-pohon summary").first.is_visible()
        assert page.locator("#daftar-temuan tbody tr").last.is_visible()
        assert page.locator(".alat").is_hidden()
        assert page.locator(".pandang").is_hidden()


def test_without_a_drawing_the_list_stands_in_its_place(chromium: Any, tmp_path: Path) -> None:
    found = look(write(tmp_path / "buku.xlsx"))
    assert isinstance(found, Understood)
    path = tmp_path / "laporan.html"
    path.write_bytes(page_of(found.plan, found.buku, found.temuan, (), (), None, final=False))
    with opened(chromium, path) as page:
        assert page.locator("#daftar-pohon summary").count() == 5
        page.locator("#daftar-pohon summary").nth(2).click()
        assert page.locator("#k2 > div").is_visible()


def test_the_tree_prints_whole_on_one_sheet_of_a3(chromium: Any, example: Path) -> None:
    with opened(chromium, example) as page:
        page.get_by_role("button", name="Perbesar").click()
        page.evaluate("document.body.classList.add('hanya-pohon')")
        page.emulate_media(media="print")
        box = page.locator("#gambar-pohon").bounding_box()
        inner = page.locator(".kamera").bounding_box()
        assert inner["x"] >= box["x"] - 1
        assert inner["x"] + inner["width"] <= box["x"] + box["width"] + 1
        data = page.pdf(prefer_css_page_size=True, print_background=True)
    pages = data.count(b"/Type /Page\n") or data.count(b"/Type /Page ")
    assert pages == 1
    assert b"/MediaBox [0 0 1191" in data or b"/MediaBox [0 0 1190" in data


def test_three_hundred_nodes_are_laid_out_as_often_as_a_few(chromium: Any, tmp_path: Path) -> None:
    """A page that asks for its own measures between its changes is laid out once per node, and opens for ever."""
    path = tmp_path / "laporan.html"
    path.write_bytes(made(look(large(tmp_path / "buku.xlsx", 22))))
    with opened(chromium, path, has_touch=False) as page:  # in a new window, where nothing is kept from before
        tools = page.context.new_cdp_session(page)
        tools.send("Performance.enable")
        page.reload()
        page.wait_for_selector(".kotak[data-n='0'][role='treeitem']")
        counted = {entry["name"]: entry["value"] for entry in tools.send("Performance.getMetrics")["metrics"]}
        assert 1 <= counted["LayoutCount"] <= 15
        assert 1 <= counted["RecalcStyleCount"] <= 30
        assert page.evaluate(OVERFLOW)[1] == []
        page.fill("#cari", "puskesmas kepulauan")
        until(page, "document.querySelector('#cari-hasil').value == '1 dari 1'")
