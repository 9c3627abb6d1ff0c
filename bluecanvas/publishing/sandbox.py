"""The one place that runs templates: Jinja in a sandbox, every text escaped for Markdown, every error a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from bluecanvas.errors import CallError
from bluecanvas.publishing.compiling import Compiled
from bluecanvas.publishing.jobs import Kept, display
from bluecanvas.publishing.said import Markdown, Said
from bluecanvas.words import show_level, suggestion, visible
from bluecanvas.words.markdown import escape, message

LONGEST = 4 * 1024 * 1024
"""How many characters a report may have."""
LARGEST = 1024 * 1024
"""How many bytes a template may have."""

_MOST = 100_000
_REMOVED_GLOBALS = ("cycler", "dict", "joiner", "lipsum")
# They make Markup or Python notation, differ from run to run, or fill the memory.
_REMOVED_FILTERS = (
    "e", "escape", "forceescape", "format", "pprint", "random", "safe", "striptags", "tojson", "urlize", "xmlattr",
)  # fmt: skip
_AS_MARKDOWN = "as markdown"  # a name no template can write


class Ours:
    """A function of ours that a template may call: it needs none of the questions that Jinja asks of others."""

    __slots__ = ("_call",)

    def __init__(self, call: Callable[..., Markdown]) -> None:
        self._call = call

    def __call__(self, *args: Any, **kwargs: Any) -> Markdown:
        """What the function says; `_loop_vars` and the like are Jinja's own."""
        if not kwargs:
            return self._call(*args)
        return self._call(*args, **{name: value for name, value in kwargs.items() if name[0] != "_"})


class Settings(dict[str, str]):
    """What the caller set; a name that was not says how to set it."""

    __slots__ = ()


def run(folder: Path, name: str, shown: str, context: dict[str, Any], kept: Kept | None = None) -> str:
    """A template of a folder, rendered; `shown` is what messages call the folder, every error a `CallError`.

    `kept` is where the compiled templates are kept: they run as they are, so only for templates that are trusted.
    """
    environment, loader = _environment(folder.resolve(), shown, kept)
    try:
        return "".join(_limited(environment.get_template(name).generate(context)))
    except Exception as error:  # a template can raise whatever Python can
        message, _, hint = _said(error).partition("\n")  # what is unknown brings a hint on a second line
        raise CallError(visible(f"{_place(error, loader, name)}: {message}"), visible(hint)) from error


def parse(folder: Path, name: str, shown: str) -> tuple[nodes.Template, Environment]:
    """A template of a folder as it is written, not rendered, and what it may call; every error a `CallError`."""
    environment, loader = _environment(folder.resolve(), shown)
    try:
        source, called, _ = loader.get_source(environment, name)
        return environment.parse(source, name, called), environment
    except Exception as error:
        message, _, hint = _said(error).partition("\n")
        raise CallError(visible(f"{_place(error, loader, name)}: {message}"), visible(hint)) from error


def _limited(pieces: Iterator[str]) -> Iterator[str]:
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > LONGEST:
            raise SecurityError(f"the report is longer than {LONGEST} characters")
        yield piece


@lru_cache(maxsize=8)
def _environment(folder: Path, shown: str, kept: Kept | None = None) -> tuple[Environment, _Folder]:
    """The environment for the templates of a folder, made once: making one costs more than ten renderings."""
    loader = _Folder(folder, shown)
    environment = _Sandbox(
        loader=loader,
        bytecode_cache=Compiled(kept, Path(__file__)) if kept is not None else None,
        undefined=_Unknown,
        finalize=_finished,
        autoescape=False,  # its escaping is HTML's; `finalize` escapes for Markdown
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in _REMOVED_GLOBALS:
        del environment.globals[name]
    for name in _REMOVED_FILTERS:
        del environment.filters[name]
    environment.filters[_AS_MARKDOWN] = Markdown
    return environment, loader


@pass_context
def _finished(context: Context, value: object) -> str:
    """A value as a template writes it, in the language of its report."""
    if type(value) is str:  # most of them
        return escape(value)
    if type(value) is Markdown:
        return value
    return markdown(value, context.get("language", "en") if isinstance(value, float) else "en")


def markdown(value: object, language: str = "en") -> str:
    """A value as it lands in the report: escaped unless it is Markdown already, levels short, the unknown a dash."""
    if type(value) is str:  # most of them
        return escape(value)
    if isinstance(value, Markdown):
        return value
    if isinstance(value, Said):
        return message(value, value.names() if "`" in value else ())
    if value is None:
        return "–"
    if isinstance(value, float):
        return show_level(value, language)
    if isinstance(value, (str, int, list, tuple, dict, Undefined)):
        return escape(str(value))
    what = "function" if isinstance(value, Ours) else type(value).__name__
    raise SecurityError(f"a {what} cannot be shown: call it, or name one of its fields")


class _Folder(BaseLoader):
    """Templates of one folder: links and paths that lead out of it are refused."""

    def __init__(self, root: Path, shown: str) -> None:
        self.root = root
        self.shown = shown
        self.loaded: set[str] = set()
        """What messages call the templates read so far."""

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - as Jinja calls it
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """The template's text, what messages call it, and whether it is still the same."""
        if not isinstance(template, str):
            raise SecurityError(f"a template is named by a text, not by {template!r}")
        path = (self.root / template).resolve()
        if not path.is_relative_to(self.root):
            raise SecurityError(f"{template!r} leads out of the template's folder")
        if not path.is_file():
            raise TemplateNotFound(template)
        if path.stat().st_size > LARGEST:
            raise SecurityError(f"{template!r} is larger than {LARGEST} bytes")
        called = display(self.shown, template)
        self.loaded.add(called)
        data = path.read_bytes()
        return data.decode("utf-8-sig"), called, lambda: path.is_file() and path.read_bytes() == data


class _Unknown(StrictUndefined):
    """An undefined name that says which known one comes near."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = self._undefined_name, self._undefined_obj
        if self._undefined_hint or name is None:
            return self._undefined_hint or "something is undefined"
        if isinstance(owner, (list, tuple)):
            return f"there is no item {name!r} in a list of {len(owner)}"
        if isinstance(owner, Settings):
            return f"`settings` has no `{name}`\ngive it with --set {name}=VALUE"
        if isinstance(owner, dict):
            return f"there is no `{name}` here\n{suggestion(str(name), map(str, owner))}"
        if isinstance(owner, (str, int, float)) or owner is None:
            return f"a {_KINDS.get(type(owner), 'text')} has no `{name}`"
        if owner is not missing:
            return f"there is no `{name}` here"
        return f"`{name}` is not defined\n{suggestion(name, NAMES)}"


_KINDS: dict[type, str] = {int: "number", float: "number", bool: "yes or no", type(None): "level that is unknown"}

NAMES = (
    "canvas", "findings", "reading", "next_steps", "against", "changes", "verdict_changes", "finding_changes",
    "audience", "settings", "name", "language", "label", "block", "figure", "table", "link",
)  # fmt: skip
"""What a template finds at its top."""


_OF_DICTS = frozenset(dir(dict))
"""What a dict has without its keys: whether a template may have that is Jinja's to say."""


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, closed where it leaves doors open: sizes, formatting, folding of constants when compiling."""

    # An operator that is intercepted is not worked out while compiling either.
    intercepted_binops = frozenset({"**", "*", "%", "+"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The operator's result where it stays small."""
        sizes = [len(side) for side in (left, right) if isinstance(side, (str, list, tuple))]
        numbers = [abs(side) for side in (left, right) if isinstance(side, (int, float))]
        if operator == "%" and sizes:
            raise SecurityError("`%` does not format text here: join pieces with `~`")
        if operator == "**" and (max(numbers, default=0) > _MOST or abs(right) > 100):
            raise SecurityError("the numbers are too large for `**`")
        if operator == "*" and sizes and sizes[0] * max(numbers, default=0) > _MOST:
            raise SecurityError(f"`*` would make more than {_MOST} of them")
        if operator == "+" and sum(sizes) > LONGEST:
            raise SecurityError(f"`+` would make a text of more than {LONGEST} characters")
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:  # noqa: ARG002 - as Jinja calls it
        """No text formats itself: it would fill the memory, or carry text unescaped into Markdown."""
        return None

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may touch an attribute."""
        return not (isinstance(obj, str) and attr in ("format", "format_map")) and super().is_safe_attribute(
            obj, attr, value
        )

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field, or what is meant where there is none; plain data has its keys, and what a dict is called by itself."""
        if obj.__class__ is dict and attribute not in _OF_DICTS and attribute in obj:  # what is asked below in the end
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - as in Jinja
        """The call's result; what macros and blocks wrote is Markdown already."""
        if __obj.__class__ is Ours and "caller" not in kwargs:
            return __obj(*args, **kwargs)
        written = isinstance(__obj, (Macro, BlockReference, LoopContext))
        if "caller" in kwargs and not written:
            raise SecurityError("only a macro can be called with a block")
        result = super().call(__context, __obj, *args, **kwargs)
        return Markdown(result) if written else result

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """The compiled template; what a `set` block holds was escaped when it was written, so it is Markdown."""
        for block in source.find_all(nodes.AssignBlock):
            block.filter = nodes.Filter(block.filter, _AS_MARKDOWN, [], [], None, None)
        return super()._generate(source, name, filename, defer_init)


def _said(error: Exception) -> str:
    """What went wrong, as a person would say it."""
    if isinstance(error, RecursionError):
        return "it is nested too deeply, or includes or calls itself without end"
    if isinstance(error, SyntaxError):
        return error.msg
    if isinstance(error, MemoryError):
        return "it needs more memory than a template may have"
    if isinstance(error, UnicodeDecodeError):
        return f"it is not UTF-8 at byte {error.start}\nsave it as UTF-8"
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name!r} in its folder"
    if isinstance(error, OSError) and error.strerror:
        return f"it cannot be read: {error.strerror}"
    text = (error.message if isinstance(error, TemplateSyntaxError) else str(error)) or type(error).__name__
    return text[:1].lower() + text[1:].removesuffix(".")


def _place(error: Exception, loader: _Folder, name: str) -> str:
    """The innermost line of a template that the error passed through."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or display(loader.shown, name)}:{error.lineno}"
    place = display(loader.shown, name)
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename in loader.loaded:
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
