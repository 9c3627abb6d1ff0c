"""Catalogues: those that ship are whole and up to date, and a fourth language joins without code."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.canvas import read
from bluecanvas.errors import CallError
from bluecanvas.frameworks.reading import judge
from bluecanvas.words import label, show_date
from bluecanvas.words.catalogues import FOLDER, languages, po, spoken
from bluecanvas.words.labels import KEYS
from bluecanvas.words.voice import Voice

SCRIPT = Path(__file__).parent.parent.parent / "docs" / "catalogues.py"
SHIPPED = sorted(path.name for path in FOLDER.glob("*.po"))
WHOLE = ("zh-Hans.po", "zh-Hant.po")
AIR = """\
bluecanvas: 1
title: {en: Air, de: Luft}
scores:
  - [Factor, Us, Rail]
  - [Speed, 9, 3]
  - [Meals, 2.5, 5]
  - [Seats, 4, 6]
"""
GERMAN = r"""# The beginning of a catalogue, as docs/languages.md has it.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgctxt "raise"
msgid "Raise"
msgstr "Steigern"

msgctxt "decimal"
msgid "."
msgstr ","

msgctxt "month.11"
msgid "November"
msgstr "November"

msgctxt "date.day"
msgid "{day} {month} {year}"
msgstr "{day}. {month} {year}"

msgid "{names} and {last}"
msgstr "{names} und {last}"

msgid "{n} point"
msgid_plural "{n} points"
msgstr[0] "{n} Punkt"
msgstr[1] "{n} Punkte"

msgid "{us} goes its own way with the opposite shape, {points} from {them} on average"
msgstr ""
"{us} geht mit umgekehrter Form den eigenen Weg, "
"im Mittel {points} von {them} entfernt"

#, fuzzy
msgid "{sentence}, furthest on {factors}"
msgstr "{sentence}, nobody has looked at this yet: {factors}"
"""


def entries(name: str) -> list[po.Entry]:
    return po.read((FOLDER / name).read_text(encoding="utf-8"), name)


@pytest.fixture(scope="module")
def script():
    """The script that brings catalogues up to date, as a module."""
    if not SCRIPT.is_file():
        pytest.skip("no source tree")
    spec = importlib.util.spec_from_file_location("catalogues", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def german(tmp_path, monkeypatch) -> Path:
    """A folder of one's own with a few German words."""
    file = tmp_path / "de.po"
    file.write_text(GERMAN, encoding="utf-8")
    monkeypatch.setenv("BLUECANVAS_CATALOGUES", str(tmp_path))
    return file


def test_the_languages_that_ship():
    assert languages() == ("en", "ja", "ko", "zh-Hans", "zh-Hant")


def test_every_catalogue_says_what_the_code_says_now(script):
    assert script.stale() == [], "run: python docs/catalogues.py"


@pytest.mark.parametrize("name", SHIPPED)
def test_a_translation_leaves_open_the_places_of_its_source(name):
    assert [(entry.source, wrong) for entry in entries(name) if (wrong := po.misplaced(entry))] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_is_waiting_to_be_looked_at(name):
    assert [entry.source for entry in entries(name) if entry.is_fuzzy] == []


@pytest.mark.parametrize("name", WHOLE)
def test_chinese_is_whole(name):
    assert [entry.key for entry in entries(name) if not all(entry.said)] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_every_label_has_its_word(name):
    said = {entry.context for entry in entries(name) if all(entry.said)}
    assert [key for key in KEYS if key not in said] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_as_many_plural_forms_as_the_head_says(name):
    head, *rest = entries(name)
    forms = int(re.search(r"nplurals=(\d)", head.said[0])[1])
    assert {len(entry.said) for entry in rest if entry.plural} == {forms}


@pytest.mark.parametrize(("name", "encoding", "more"), [("zh-Hans.po", "gb2312", "–"), ("zh-Hant.po", "big5", "")])
def test_each_chinese_script_is_its_own(name, encoding, more):
    said = "".join(text for entry in entries(name)[1:] for text in entry.said)
    assert {char for char in said if not char.encode(encoding, "ignore")} <= set(more)


@pytest.mark.parametrize("name", WHOLE)
def test_chinese_has_full_width_punctuation(name):
    """Signs of half width stand only within code, in numbers and where nothing Chinese is beside them."""
    for entry in entries(name)[1:]:
        for text in entry.said:
            plain = re.sub(r"`[^`]*`|\{\w+\}", "", text)
            assert not re.search(r"[\u4e00-\u9fff][,;:!?()\"']|[,;:!?()\"'][\u4e00-\u9fff]", plain), text


def test_what_is_not_spoken_is_said_in_english():
    assert [spoken(tag) for tag in ("en", "EN-gb", "zh-TW", "yue", "zh", "ja-JP", "fr", "")] == [
        "en", "en", "zh-Hant", "zh-Hant", "zh-Hans", "ja", "en", "en"
    ]  # fmt: skip
    assert label("raise", "fr") == "Raise"


def test_a_fourth_language_joins_with_a_file(german):
    assert languages() == ("en", "de", "ja", "ko", "zh-Hans", "zh-Hant")
    assert (label("raise", "de"), label("raise", "de-AT"), label("reduce", "de")) == ("Steigern", "Steigern", "Reduce")
    assert label("raise", "zh-TW") == "提升"


def test_its_sentences_are_said_one_by_one(german):
    canvas = read(AIR.encode()).canvas
    (found,) = judge(canvas, "divergence")
    way = "Us geht mit umgekehrter Form den eigenen Weg, im Mittel 3,5 Punkte von Rail entfernt"
    assert found.why_in("de") == f"On your own scores, {way}, furthest on Speed (+6) und Meals (−2,5)"
    assert found.why.endswith("3.5 points from Rail on average, furthest on Speed (+6) and Meals (−2.5)")


def test_the_page_shows_how_a_catalogue_begins(tmp_path, monkeypatch):
    if not SCRIPT.is_file():
        pytest.skip("no source tree")
    page = (SCRIPT.parent / "languages.md").read_text(encoding="utf-8")
    example = dedent(re.search(r" +```po\n(.*?) +```", page, re.S)[1])
    (tmp_path / "de.po").write_text(example, encoding="utf-8")
    monkeypatch.setenv("BLUECANVAS_CATALOGUES", str(tmp_path))
    assert (label("raise", "de"), show_date("2026-11-22", "de")) == ("Steigern", "22. November 2026")
    source = {(entry.source, entry.plural, entry.context) for entry in entries("ja.po")}
    assert {(entry.source, entry.plural, entry.context) for entry in po.read(example, "de.po")} <= source


def test_one_of_its_points_is_one(german):
    voice = Voice("de")
    said = [voice.phrase_number("{n} point", "{n} points", n, n=voice.digits(str(n))) for n in (0, 0.5, 1, 1.5, 2)]
    assert said == ["0 Punkte", "0,5 Punkte", "1 Punkt", "1,5 Punkte", "2 Punkte"]


def test_a_folder_may_say_better_what_ships(tmp_path, monkeypatch):
    (tmp_path / "zh_TW.po").write_text('msgctxt "raise"\nmsgid "Raise"\nmsgstr "提高"\n', encoding="utf-8")
    monkeypatch.setenv("BLUECANVAS_CATALOGUES", str(tmp_path))
    assert [label(key, "zh-HK") for key in ("raise", "reduce")] == ["提高", "減少"]
    assert label("raise", "zh-CN") == "增加"


def test_the_command_line_speaks_it(german, tmp_path, capsys, monkeypatch):
    from bluecanvas.cli._ending import run

    (tmp_path / "air.yaml").write_text(AIR, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["read", "air.yaml", "--lang", "de_DE.UTF-8"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Luft\n")
    assert "On your own scores, Us geht mit umgekehrter Form den eigenen Weg" in out
    assert run(["read", "air.yaml", "--lang", "fr"]) == 2
    assert "write one of en, de, ja, ko, zh-Hans or zh-Hant" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('msgid "a"\n', "de.po:1: this msgid has no msgstr"),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', "de.po:1: this msgid has no msgstr"),
        ('msgctxt "a"\n\nmsgstr "c"\n', "de.po:1: this entry has no msgid"),
        ('msgid "a"\nmsgstr "b\n', 'de.po:2: msgstr "b is no line of a catalogue'),
        ("hello\n", "de.po:1: hello is no line of a catalogue"),
        ('"a"\n', 'de.po:1: "a" is no line of a catalogue'),
        ('# one\nmsgid "{a} b"\nmsgstr "{c} d"\n', "de.po:2: the translation of “{a} b” lacks {a} and has {c}, which"),
        (
            'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=os.abort();\\n"\n',
            "de.po: what its head says of plural forms",
        ),
        ('msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n/0;\\n"\n', "de.po: what its head says of plural forms"),
        ('msgid ""\nmsgstr "Plural-Forms: nonsense\\n"\n', "de.po: what its head says of plural forms"),
    ],
)
def test_what_is_wrong_with_a_catalogue_is_said_with_its_line(tmp_path, monkeypatch, text, said):
    (tmp_path / "de.po").write_text(text, encoding="utf-8")
    monkeypatch.setenv("BLUECANVAS_CATALOGUES", str(tmp_path))
    with pytest.raises(CallError) as caught:
        label("raise", "de")
    assert caught.value.message.startswith(said)


def test_a_catalogue_is_utf_8(tmp_path, monkeypatch):
    (tmp_path / "de.po").write_bytes('msgid "a"\nmsgstr "ä"\n'.encode("latin-1"))
    monkeypatch.setenv("BLUECANVAS_CATALOGUES", str(tmp_path))
    with pytest.raises(CallError, match=r"de\.po:2: the catalogue is not UTF-8"):
        label("raise", "de")


def test_a_folder_that_is_not_there_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("BLUECANVAS_CATALOGUES", str(tmp_path / "no"))
    with pytest.raises(CallError, match=r"BLUECANVAS_CATALOGUES: .*no cannot be read"):
        label("raise", "de")
    assert label("raise", "en") == "Raise"  # English asks for no folder


def test_whatever_a_canvas_says_is_no_place_to_fill():
    assert Voice("zh-TW").phrase("{us} has no tagline", us="{them} {us}") == "{them} {us}沒有標語"
    assert Voice("en").name("{us}") == "{us}"


texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20)


@given(
    st.lists(
        st.builds(lambda *said: po.Entry(said[0], said[1:2], said[2]), texts, texts, texts),
        max_size=4,
        unique_by=lambda entry: entry.key,
    )
)
def test_what_is_written_is_read_again(some):
    again = po.read(po.written(some), "x.po")
    assert [(entry.key, entry.said) for entry in again] == [(entry.key, entry.said) for entry in some]


@given(st.text(max_size=60) | st.text(st.sampled_from('msgidstr"\\\n #~,[0]{} '), max_size=80))
def test_no_text_breaks_the_reader(text):
    with suppress(CallError):
        po.compiled(po.read(text, "x.po"))


def test_a_catalogue_is_brought_up_to_date(script, monkeypatch):
    wanted = [po.Entry("Lift", context="raise"), po.Entry("{n} new"), po.Entry("{n} dot", plural="{n} dots")]
    monkeypatch.setattr(script, "sources", lambda: [entry._replace(notes=("#: a.py",)) for entry in wanted])
    before = po.read(
        GERMAN.replace('"Plural', '"Language: de\\n"\n"Plural') + '\n# ours\nmsgid "{n} new"\nmsgstr "{n} neu"\n',
        "de.po",
    )
    head, lift, new, dot = script.brought_up(before, "de")
    assert head.said[0].startswith("Content-Type: text/plain; charset=UTF-8\nLanguage: de\n")
    assert lift == po.Entry("Lift", ("Steigern",), "raise", "", ("#: a.py", "#, fuzzy"))
    assert (new.said, new.notes) == (("{n} neu",), ("# ours", "#: a.py"))
    assert (dot.said, dot.is_fuzzy) == (("{n} Punkt", "{n} Punkte"), True)
    assert script.brought_up([head, lift, new, dot], "de") == [head, lift, new, dot]


def test_a_new_catalogue_begins_empty(script):
    head, *rest = script.brought_up([], "nl")
    assert head.said[0].startswith("Language: nl\n")
    assert len(rest) == len(script.sources()) > len(KEYS)
    assert not any(any(entry.said) for entry in rest)


def test_a_text_that_is_not_written_out_cannot_be_found(script, tmp_path, monkeypatch):
    (tmp_path / "some.py").write_text('a = voice.phrase("one", context="b")\nc = voice.phrase(said)\n')
    monkeypatch.setattr(script, "CODE", tmp_path)
    with pytest.raises(SystemExit, match=r"some\.py:2: write the text itself here"):
        script.sources()


def test_english_reads_no_catalogue():
    text = (
        "import sys; from bluecanvas.words import label; from bluecanvas.words.voice import Voice; "
        "label('raise', 'en-GB'); Voice(None).listed(['a', 'b']); print('bluecanvas.words.catalogues.po' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True).stdout == "False\n"
