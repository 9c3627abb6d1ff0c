"""Typefaces: the right face for the language, a readable form of what no face has, and no crash on bad files."""

from __future__ import annotations

from pathlib import Path

import pytest

from bluecanvas.errors import MissingExtra, MissingGlyphs
from bluecanvas.fonts import Face, faces, has, is_east_asian, latin_faces, readable, search
from bluecanvas.fonts.files import describe, faces_in


@pytest.fixture
def fresh() -> object:
    """Nothing remembered from other tests, and nothing left for them."""
    known = (search.find_cjk, search.best_cover, search.system_files, _remembered())
    for remembered in known:
        remembered.cache_clear()
    yield
    for remembered in known:
        remembered.cache_clear()


def _remembered() -> object:
    from bluecanvas import fonts

    return fonts._faces


@pytest.mark.parametrize("text", ["Price", "Prix élevé", "Цена", "Τιμή", "السعر", "מחיר", "→ ≤ ½ €"])
def test_what_dejavu_has_needs_nothing_else(text: str) -> None:
    chosen = faces(text, "en")
    assert [Path(face.path).name for face in chosen.regular] == ["DejaVuSans.ttf"]
    assert Path(chosen.bold[0].path).name == "DejaVuSans-Bold.ttf"
    assert not chosen.missing


@pytest.mark.parametrize(
    ("text", "language", "family"),
    [
        ("价格", "zh-Hans", "Noto Sans CJK SC"),
        ("价格", "zh-CN", "Noto Sans CJK SC"),
        ("價格", "zh-Hant", "Noto Sans CJK TC"),
        ("價格", "zh-TW", "Noto Sans CJK TC"),
        ("價格", "zh-HK", "Noto Sans CJK HK"),
        ("値段", "ja", "Noto Sans CJK JP"),
        ("가격", "ko", "Noto Sans CJK KR"),
        ("ねだん", "en", "Noto Sans CJK JP"),
        ("가격", "en", "Noto Sans CJK KR"),
        ("价格", "en", "Noto Sans CJK SC"),
        ("价格", "", "Noto Sans CJK SC"),
    ],
)
def test_the_language_picks_the_face(text: str, language: str, family: str) -> None:
    found = describe(faces(text, language).regular[0])
    assert found is not None
    assert found.family == family


def test_an_east_asian_name_in_a_latin_picture_leaves_the_latin_face_first() -> None:
    chosen = faces("Point to point against 小米", "en")
    assert Path(chosen.regular[0].path).name == "DejaVuSans.ttf"
    assert all(any(has(face, char) for face in chosen.bold) for char in "Pt小米")


def test_without_any_font_the_message_names_characters_and_remedy(
    fresh: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_bundled", lambda: ())
    monkeypatch.setattr(search, "_roots", lambda: ())
    with pytest.raises(MissingExtra) as told:
        faces("价格与服务的质量 of 7", "zh-Hans")
    assert "务" in str(told.value)
    assert "more characters" in str(told.value)
    assert 'pip install "bluecanvas[cjk]"' in told.value.hint


def test_a_font_of_the_system_serves_where_the_extra_is_missing(
    fresh: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bundled = next(iter(search._bundled()))
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "NotoSansCJK-Regular.ttc").symlink_to(bundled)
    (tmp_path / "wqy-broken.ttf").write_bytes(b"ttcf\xff\xff\xff\xff\xff\xff\xff\xff")
    (tmp_path / "empty.otf").write_bytes(b"")
    monkeypatch.setattr(search, "_bundled", lambda: ())
    monkeypatch.setattr(search, "_roots", lambda: (tmp_path, tmp_path / "not there"))
    chosen = faces("値段", "ja")
    assert chosen.regular[0] == Face(str(tmp_path / "deep" / "NotoSansCJK-Regular.ttc"), 0)


@pytest.mark.parametrize(
    "data", [b"", b"ttcf", b"ttcf" + b"\xff" * 40, b"\x00\x01\x00\x00\xff\xff" + b"\0" * 80, b"x" * 999]
)
def test_a_broken_file_is_a_face_without_characters(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "broken.ttf"
    file.write_bytes(data)
    for face in (*faces_in(str(file)), Face(str(file), 3)):
        assert not has(face, "a")
        describe(face)
    assert not has(Face(str(tmp_path / "none.ttf")), "a")


def test_character_maps_agree_with_freetype() -> None:
    from matplotlib.ft2font import FT2Font

    for face in (latin_faces()[0], faces("价", "zh-Hans").regular[0]):
        known = FT2Font(face.path, face_index=face.index).get_charmap()
        for code in (
            *range(0x20, 0x3000, 7),
            *range(0x4E00, 0x9FFF, 97),
            *range(0x1F300, 0x1F700, 11),
            0x20000,
            0xFFFF,
        ):
            assert has(face, chr(code)) == (known.get(code, 0) != 0), hex(code)


@pytest.mark.parametrize(
    ("text", "missing", "shown"),
    [
        ("plain", "", "plain"),
        ("a\n b\tc ", "", "a b c"),
        ("a\u202eb\x1b[0m", "", "a<U+202E>b\\x1b[0m"),
        ("\U0001f680 launch", "\U0001f680", "[rocket] launch"),
        ("\U0001f44d\U0001f3fd", "\U0001f44d\U0001f3fd", "[thumbs up sign]"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\U0001f469", "[man][woman]"),
        ("\U0001f1eb\U0001f1f7", "\U0001f1eb\U0001f1f7", "FR"),
        ("\U00012000", "\U00012000", "<U+12000>"),
        ("ok\ufe0f", "\ufe0f", "ok"),
    ],
)
def test_what_cannot_be_drawn_is_said(text: str, missing: str, shown: str) -> None:
    assert readable(text, frozenset(missing)) == shown


def test_characters_that_no_font_draws_are_warned_of() -> None:
    with pytest.warns(
        MissingGlyphs, match=r"^no font here draws 𒀀 \(Cuneiform\): given by name or number; a font for"
    ) as told:
        assert faces("Price 𒀀").missing == {"𒀀"}
    assert [one.message.chars for one in told] == ["𒀀"]


@pytest.mark.parametrize("char", "价かカ가。（𠀀")
def test_east_asian(char: str) -> None:
    assert is_east_asian(char)


@pytest.mark.parametrize("char", "aé→—“😀ا")
def test_not_east_asian(char: str) -> None:
    assert not is_east_asian(char)
