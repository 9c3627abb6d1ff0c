"""Walking through a template with samples in the place of values: what nothing answers to, each with its line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeAlias

from jinja2 import Environment, TemplateNotFound, nodes
from jinja2.exceptions import SecurityError

from bluecanvas.errors import CallError
from bluecanvas.named import NamedTuple
from bluecanvas.publishing.jobs import display
from bluecanvas.publishing.sandbox import parse
from bluecanvas.publishing.templates import Template
from bluecanvas.words import suggestion, visible

ANY: Any = object()
"""A value that nothing is known of."""
_ASKING = ("defined", "undefined")
_SPECIAL = frozenset(("loop", "self", "super", "caller", "varargs", "kwargs", "true", "false", "none"))
_DEEPEST = 20
"""Templates that include one another."""
_Scopes: TypeAlias = list[dict[str, Any]]


class Problem(NamedTuple):
    """What is wrong with a template, and where."""

    place: str
    """What messages call the template, and the line."""
    line: int
    message: str
    hint: str = ""


class Inspector:
    """Walks templates with samples in the place of values."""

    def __init__(self, template: Template, known: Mapping[str, Collection[str]]) -> None:
        self.template, self.known = template, known
        self.problems: list[Problem] = []
        self.taken: set[str] = set()
        """The names of the templates that it takes in."""
        self._inside: list[str] = []
        self._environment: Environment | None = None

    def read(self, name: str, scopes: list[dict[str, Any]]) -> None:
        """One template, with the names that it finds."""
        tree, self._environment = parse(self.template.folder, name, self.template.shown)
        self._inside.append(name)
        try:
            self._walk(tree.body, scopes)
        except RecursionError:
            raise CallError(f"{display(self.template.shown, name)}: it is nested too deeply") from None
        self._inside.pop()

    def _take_in(self, node: nodes.Include | nodes.Extends | nodes.Import | nodes.FromImport, scopes: _Scopes) -> None:
        """What a template names to stand in it; of several, the first that there is."""
        names = _names(node.template)
        missing: list[CallError] = []
        for name in names:
            self.taken.add(name)
            if name in self._inside:
                self._report(node, f"{name!r} takes itself in", "it would have no end")
                continue
            if len(self._inside) >= _DEEPEST:
                continue
            try:
                self.read(name, scopes)
            except CallError as error:
                if isinstance(error.__cause__, TemplateNotFound):
                    missing.append(error)
                elif isinstance(error.__cause__, SecurityError):  # told where it is named: it is not to be read itself
                    self._report(node, _untold(error, self.template, name), error.hint)
                else:
                    raise
        if missing and len(missing) == len(names) and not getattr(node, "ignore_missing", False):
            self._report(node, _untold(missing[0], self.template, names[0]), missing[0].hint)

    def _walk(self, body: Iterable[nodes.Node], scopes: list[dict[str, Any]]) -> None:
        for node in body:
            self._statement(node, scopes)

    def _statement(self, node: nodes.Node, scopes: list[dict[str, Any]]) -> None:
        if isinstance(node, nodes.For):
            inner = [*scopes, {"loop": ANY}]
            self._bind(node.target, _item(self._value(node.iter, scopes)), inner)
            for test in (node.test,) if node.test else ():
                self._value(test, inner)
            self._walk(node.body, inner)
            self._walk(node.else_, scopes)
        elif isinstance(node, nodes.If):
            self._value(node.test, scopes)
            for part in (node.body, node.elif_, node.else_):
                self._walk(part, scopes)
        elif isinstance(node, nodes.Assign):
            self._bind(node.target, self._value(node.node, scopes), scopes)
        elif isinstance(node, nodes.AssignBlock):
            self._walk(node.body, [*scopes, {}])
            self._bind(node.target, ANY, scopes)
        elif isinstance(node, nodes.With):
            inner = [*scopes, {}]
            for target, value in zip(node.targets, node.values, strict=True):
                self._bind(target, self._value(value, scopes), inner)
            self._walk(node.body, inner)
        elif isinstance(node, nodes.Macro | nodes.CallBlock):
            self._called(node, scopes)
        elif isinstance(node, nodes.Import | nodes.FromImport):
            self._imported(node, scopes)
        elif isinstance(node, nodes.Include | nodes.Extends):
            self._take_in(node, [*scopes, {}])
        else:  # outputs, blocks and the like: what they hold
            for child in node.iter_child_nodes():
                self._statement(child, scopes) if isinstance(child, nodes.Stmt) else self._value(child, scopes)

    def _called(self, node: nodes.Macro | nodes.CallBlock, scopes: list[dict[str, Any]]) -> None:
        if isinstance(node, nodes.Macro):
            scopes[-1][node.name] = ANY
        else:
            self._value(node.call, scopes)
        inner = dict.fromkeys((argument.name for argument in node.args), ANY)
        for default in node.defaults:
            self._value(default, scopes)
        self._walk(node.body, [*scopes, inner])

    def _imported(self, node: nodes.Import | nodes.FromImport, scopes: list[dict[str, Any]]) -> None:
        self._take_in(node, [*scopes[:1], {}])
        named = [node.target] if isinstance(node, nodes.Import) else node.names
        for one in named:
            scopes[-1][one[1] if isinstance(one, tuple) else one] = ANY

    def _bind(self, target: nodes.Node, value: Any, scopes: list[dict[str, Any]]) -> None:
        if isinstance(target, nodes.Name):
            scopes[-1][target.name] = value
        elif isinstance(target, nodes.Tuple):
            for part in target.items:
                self._bind(part, ANY, scopes)

    def _value(self, node: nodes.Node, scopes: list[dict[str, Any]]) -> Any:
        if isinstance(node, nodes.Const):
            return node.value
        if isinstance(node, nodes.Name):
            return self._named(node, scopes)
        if isinstance(node, nodes.Getattr | nodes.Getitem):
            return self._part(node, scopes)
        if isinstance(node, nodes.Filter | nodes.Test):
            return self._filtered(node, scopes)
        if isinstance(node, nodes.CondExpr):
            self._value(node.test, scopes)
            both = [self._value(part, scopes) for part in (node.expr1, node.expr2) if part is not None]
            return both[0] if len(both) == 1 else ANY
        for child in node.iter_child_nodes():
            self._value(child, scopes)
        if isinstance(node, nodes.Call):
            self._asked(node)
        if isinstance(node, nodes.Or | nodes.And):
            return self._value(node.left, scopes)
        return ANY

    def _named(self, node: nodes.Name, scopes: list[dict[str, Any]]) -> Any:
        for scope in reversed(scopes):
            if node.name in scope:
                return scope[node.name]
        known = self._environment.globals if self._environment else {}
        if node.name not in _SPECIAL and node.name not in known:
            names = [name for scope in scopes for name in scope]
            self._report(node, f"`{node.name}` is not defined", suggestion(node.name, names))
        return ANY

    def _part(self, node: nodes.Getattr | nodes.Getitem, scopes: list[dict[str, Any]]) -> Any:
        owner = self._value(node.node, scopes)
        if isinstance(node, nodes.Getitem):
            self._value(node.arg, scopes)
            key = node.arg.value if isinstance(node.arg, nodes.Const) else ANY
        else:
            key = node.attr
        if isinstance(key, str) and _is_hidden(key, node.node):
            self._report(node, f"`{key}` is no template's to touch", "names that begin with _ are Python's own")
            return ANY
        if isinstance(owner, list):
            return _item(owner) if isinstance(key, int) or key is ANY else self._method(node, owner, key)
        if not isinstance(owner, dict) or not isinstance(key, str):
            return ANY if owner is ANY or not isinstance(key, str) else self._method(node, owner, key)
        if key in owner:
            return owner[key]
        return self._method(node, owner, key)

    def _method(self, node: nodes.Node, owner: Any, key: str) -> Any:
        if owner is not None and not hasattr(type(owner), key):
            keys = [str(one) for one in owner] if isinstance(owner, dict) else []
            self._report(node, f"there is no `{key}` here", suggestion(key, keys) if keys else "")
        return ANY

    def _filtered(self, node: nodes.Filter | nodes.Test, scopes: list[dict[str, Any]]) -> Any:
        environment = self._environment
        known = (environment.filters if isinstance(node, nodes.Filter) else environment.tests) if environment else {}
        if node.name not in known:
            what = "filter" if isinstance(node, nodes.Filter) else "test"
            self._report(node, f"there is no {what} {node.name!r}", suggestion(node.name, map(str, known)))
        quiet = node.name in _ASKING or node.name in ("default", "d")
        before = len(self.problems)
        value = self._value(node.node, scopes) if node.node is not None else ANY
        if quiet:
            del self.problems[before:]  # the template asks itself whether there is such a thing
        for part in (*node.args, *(pair.value for pair in node.kwargs)):
            said = self._value(part, scopes)
            if node.name in _BY_ATTRIBUTE and isinstance(said, str) and said.startswith("_"):
                self._report(node, f"`{said}` is no template's to touch", "names that begin with _ are Python's own")
        return value if isinstance(node, nodes.Filter) and node.name in _KEEPING else ANY

    def _asked(self, node: nodes.Call) -> None:
        """What is asked of a function that knows only some words."""
        if not isinstance(node.node, nodes.Name) or node.node.name not in self.known or not node.args:
            return
        word = node.args[0]
        known = self.known[node.node.name]
        if isinstance(word, nodes.Const) and isinstance(word.value, str):
            asked = word.value.replace("-", "_") if node.node.name != "label" else word.value
            if asked not in known:
                self._report(node, f"there is no {node.node.name} {word.value!r}", suggestion(word.value, known))

    def _report(self, node: nodes.Node, message: str, hint: str = "") -> None:
        place = display(self.template.shown, self._inside[-1])
        self.problems.append(Problem(visible(place), node.lineno, visible(message), visible(hint)))


_KEEPING = frozenset(("sort", "reverse", "list", "unique", "selectattr", "rejectattr", "select", "reject"))
"""Filters that give what they were given, or a part of it."""


_BY_ATTRIBUTE = frozenset(("attr", "map", "sort", "unique", "groupby", "sum", "min", "max", "selectattr", "rejectattr"))
"""Filters that are told the name of an attribute."""


def _is_hidden(key: str, owner: nodes.Node) -> bool:
    """Whether a name is one that no template may touch: what the caller set may begin with _, too."""
    set_by_caller = isinstance(owner, nodes.Name) and owner.name == "settings"
    return key.startswith("__" if set_by_caller else "_")


def _untold(error: CallError, template: Template, name: str) -> str:
    """What an error says, without the place that it names."""
    return error.message.removeprefix(visible(f"{display(template.shown, name)}: "))


def _item(value: Any) -> Any:
    """What one item of a list is like: of dicts, one with the keys of all."""
    if not isinstance(value, list) or not value:
        return ANY
    if all(isinstance(one, dict) for one in value):
        return {key: part for one in value for key, part in one.items()}
    return value[0]


def _names(node: nodes.Expr) -> list[str]:
    """The templates that an expression names outright."""
    parts = node.items if isinstance(node, nodes.List | nodes.Tuple) else [node]
    return [part.value for part in parts if isinstance(part, nodes.Const) and isinstance(part.value, str)]
