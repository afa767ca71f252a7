"""The template language: Jinja in a sandbox that prints texts exactly and nothing by mistake."""

from __future__ import annotations

import re
import types
from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

from pokin_docs.templating import filters
from pokin_docs.templating.fill import texts
from pokin_docs.templating.fill.complaints import TOO_DEEP, in_indonesian
from pokin_docs.templating.signs import BRACE_CLOSE, BRACE_OPEN, LINE_BREAK, TAB

# Left for finish.py, which knows where in the XML a line break or tab stands. Braces that are printed are covered, so
# that any other brace pair in what Jinja gives is a tag that nobody filled.
_CLOSED = str.maketrans("\n\t{}", LINE_BREAK + TAB + BRACE_OPEN + BRACE_CLOSE)
_BRACES = str.maketrans("{}", BRACE_OPEN + BRACE_CLOSE)
_SPECIAL = re.compile("[&<>\"'\n\t{}]").search
_PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z_][A-Za-z0-9_]*)(?:\.[A-Za-z_][A-Za-z0-9_]*)*\s*\}\}")
_WORDS = frozenset(("and", "else", "if", "in", "is", "not", "or"))
_COVERED = re.compile("[\n\t{}]").search
_HALF = re.compile("[\ud800-\udfff]").search

_PLAINLY_SHALLOW, _DEEPEST = 18, 200
_MAX_STEPS = 100_000
_MAX_TEXT = 100_000
# Only filters that give texts or lists back: none marks text as safe, draws at random, or pads to any length.
_JINJA_BUILTINS = (
    "capitalize", "count", "d", "default", "first", "groupby", "int", "join", "last", "length", "list", "lower", "map",
    "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "string", "sum", "title", "trim",
    "truncate", "unique", "upper", "wordcount",
)  # fmt: skip
FILTERS = frozenset((*_JINJA_BUILTINS, *filters.FILTERS, "e", "escape", "replace"))
_LOOP = frozenset(("index", "index0", "first", "last", "length", "revindex", "revindex0"))
TEXT_METHODS = frozenset((
    "upper", "lower", "title", "capitalize", "strip", "lstrip", "rstrip", "startswith", "endswith", "split",
))  # fmt: skip


class FillFailed(Exception):
    """A template part could not be filled; ``line`` is the line of its source, 0 when unknown."""

    def __init__(self, kode: str, line: int, message: str) -> None:
        super().__init__(message)
        self.kode = kode
        self.line = line
        self.message = message


class _CodeWriter(CodeGenerator):
    """Jinja's own code, without the second escaping of what print_exactly has escaped."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if not isinstance(node, (nodes.TemplateData, nodes.Const)):
            raise nodes.Impossible  # what Jinja joins beforehand nobody would look at
        const = node.as_const(frame.eval_ctx)
        return str(const) if isinstance(node, nodes.TemplateData) else print_exactly(const)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  # as Jinja calls it
        """``a ~ b``: what may not be printed may not become part of a text."""
        self.write("environment.put_together((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # as Jinja calls it
        """A field; what a loop tells of itself is read at once, for these names are harmless on any value."""
        if isinstance(node.node, nodes.Name) and node.node.name == "loop" and node.attr in _LOOP:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")
        else:
            super().visit_Getattr(node, frame)

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:  # noqa: N802  # as Jinja calls it
        """``{{ x if y }}`` prints nothing where y is not so."""
        if node.expr2 is None:
            node.expr2 = nodes.Const("", lineno=node.lineno, environment=self.environment)
        super().visit_CondExpr(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox: plain data in, text out, and a bound on what one document may cost."""

    intercepted_binops = frozenset(("*", "**", "%"))
    code_generator_class = _CodeWriter

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=print_exactly, optimized=False)
        own = {"replace": replace_bounded, "e": print_escaped, "escape": print_escaped, **texts.FILTERS}
        self.filters = {name: self.filters[name] for name in _JINJA_BUILTINS} | filters.FILTERS | own
        self.globals = {"range": self._range, "namespace": Namespace}
        self._steps = 0
        self._faults: dict[str, str] = {}
        self._trees: dict[str, nodes.Template] = {}

    def fill(self, template: Template, context: Mapping[str, object]) -> str:
        """The filled part, from the values by name.

        Raises:
            FillFailed: The template cannot be filled with them; ``line`` is the line of the source.
            MemoryError: For whoever bounds this process.
        """
        self._steps = _MAX_STEPS
        try:
            return template.render(context)
        except MemoryError:
            raise
        except Exception as fault:  # a template may raise anything; the clerk must get its place, never a traceback
            raise _explained(fault, template.filename) from fault

    def translate(self, source: str, name: str) -> tuple[types.CodeType, frozenset[str], nodes.Template]:
        """The code of a part, the names it uses, and how it was read; ``name`` serves to find the line of a fault.

        Raises:
            FillFailed: It cannot be read; ``line`` is the line of the source.
        """
        try:
            tree = self.parse(source)
            names = frozenset(node.name for node in tree.find_all(nodes.Name))
            return self.compile(tree, name, name), names, tree
        except TemplateSyntaxError as fault:
            raise FillFailed("T03", fault.lineno, in_indonesian(fault.message or "")) from fault
        except (RecursionError, MemoryError, SyntaxError) as fault:  # Python allows 20 loops inside each other
            raise FillFailed("T03", 0, TOO_DEEP) from fault

    def template(self, code: types.CodeType) -> Template:
        """What fills a part, of its code."""
        return Template.from_code(self, code, dict(self.globals))

    def read(self, source: str) -> nodes.Template:
        """A piece of template as Jinja reads it, to be looked at only: asked for again, it is the same."""
        if source not in self._trees:
            tree = self._trees[source] = self.parse(source)
            for text in tree.find_all(nodes.Const):
                if isinstance(text.value, str) and _HALF(text.value):
                    raise TemplateSyntaxError("half a character", text.lineno)
        return self._trees[source]

    def fault_of(self, source: str) -> str:
        """What is wrong with a piece of template, in Indonesian; an empty text when nothing is."""
        if source not in self._faults:
            self._faults[source] = self._find_fault(source)
        return self._faults[source]

    def _find_fault(self, source: str) -> str:
        plain = _PLACEHOLDER.fullmatch(source)
        if plain and plain.group(1) not in _WORDS and source.count(".") < _PLAINLY_SHALLOW:
            return ""  # most tags are: no need to ask Jinja
        try:
            deep = depth(self.read(source))
            if deep > _PLAINLY_SHALLOW:
                self.translate(source, "")  # Python reads what Jinja makes of it, and has bounds of its own
        except TemplateSyntaxError as fault:
            return in_indonesian(fault.message or "")
        except FillFailed as fault:
            return fault.message
        except (RecursionError, MemoryError):
            return TOO_DEEP
        except (ValueError, OverflowError):
            return "bilangan di dalam tag terlalu panjang"
        return TOO_DEEP if deep > _DEEPEST else ""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a record, never a method of the dict that holds it."""
        if type(obj) is dict:
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may use this attribute; of a text only what gives a text of about its length.

        Args:
            obj: The value.
            attr: Name of the attribute.
            value: What the attribute is.
        """
        if isinstance(obj, str):
            return attr in TEXT_METHODS
        return super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers only: one huge power, or a text repeated, cannot be stopped once it runs.

        Args:
            context: The values of the template.
            operator: ``*``, ``**`` or ``%``.
            left: The value before it.
            right: The value behind it.

        Raises:
            SecurityError: One of the values is no number, or it is a power.
        """
        if operator == "**" or not (isinstance(left, (int, float)) and isinstance(right, (int, float))):
            raise SecurityError(f"{operator} hanya untuk bilangan")
        return super().call_binop(context, operator, left, right)

    def put_together(self, parts: tuple[object, ...]) -> str:
        """Values put together by ``~``."""
        return markup_join(texts.as_text(part) for part in parts)

    def _range(self, *args: int) -> range:
        """A range that counts against what one part may loop, so that nested loops are bounded too."""
        steps = range(*args)
        self._steps -= len(steps)
        if self._steps < 0:
            raise SecurityError("pengulangan terlalu banyak")
        return steps


def depth(tree: nodes.Node) -> int:
    """How many levels of nodes there are inside each other."""
    level, count = [tree], 0
    while level:
        level, count = [child for node in level for child in node.iter_child_nodes()], count + 1
    return count


def print_exactly(value: object) -> str:
    """What a placeholder prints: the text escaped, with line breaks, tabs and braces covered for finish.py.

    Raises:
        TemplateRuntimeError: For what must never reach a document: None, NaN, a list, a record.
    """
    if type(value) is str:
        if _SPECIAL(value) is None:
            return value
        # As markupsafe escapes, without making an object of its own for each text.
        text = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        text = text.replace('"', "&#34;").replace("'", "&#39;")
        return text.translate(_CLOSED) if _COVERED(text) else text
    if isinstance(value, Markup):
        text = str(value)
        # Without elements it is text that a filter has escaped; with some, line breaks may stand between these.
        return text.translate(_BRACES if "<" in text else _CLOSED) if _COVERED(text) else text
    return print_exactly(texts.as_text(value))


def print_escaped(value: object) -> Markup:
    """Jinja's filter ``escape``: what the value prints, which then prints as it is."""
    return Markup(print_exactly(value))


def _explained(fault: Exception, name: str | None) -> FillFailed:
    line = 0
    trace: types.TracebackType | None = fault.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == name:
            line = trace.tb_lineno
        trace = trace.tb_next
    unknown = re.fullmatch(r"'(\w+)' is undefined", str(fault)) if isinstance(fault, UndefinedError) else None
    if unknown:
        return FillFailed("T04", line, unknown.group(1))
    if isinstance(fault, (SecurityError, OverflowError, MemoryError, RecursionError)):
        return FillFailed("T05", line, str(fault))
    return FillFailed("T03", line, in_indonesian(str(fault)))


def replace_bounded(text: object, old: str, new: str) -> str:
    """Jinja's replace for texts, refused when the result could fill the memory.

    Args:
        text: The text; anything else as ``str`` writes it.
        old: What is replaced, everywhere.
        new: What takes its place.

    Raises:
        SecurityError: The result could be too long.
    """
    before = texts.as_text(text)
    if before.count(old) * len(new) > _MAX_TEXT:
        raise SecurityError("hasil replace terlalu panjang")
    return before.replace(old, new)
