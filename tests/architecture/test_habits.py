"""What no file does: build SQL from texts, look at the clock, write another module's tables."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import File, files, name_of

# Statements put together from constants of the same file or module, never from what somebody sent.
SQL_BUILDERS = {
    "src/truso/modules/catalog/visibility.py": "the condition of visibility is one constant used in several statements",
    "src/truso/modules/catalog/attributes.py": "conditions and tables are constants of the file",
    "src/truso/modules/cart/queries.py": "one of two constant conditions: a hat's cart or a visitor's",
    "src/truso/modules/orders/operations.py": "the column is one of four names, checked right above",
    "src/truso/platform/database/updating.py": "names of the table and its columns come from the model",
    "src/truso/platform/audit/triggers.py": "names of tables and columns come from the models",
}
CLOCK = "src/truso/platform/clock.py"
CLOCK_READERS = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "timezone.now",
    "timezone.localdate",
    "time.time",
}
WRITES = {
    "create", "bulk_create", "update", "bulk_update", "get_or_create", "update_or_create", "delete", "aupdate", "acreate",
}  # fmt: skip
# Faces and processes write through operations. Exceptions are named with their reason.
MAY_WRITE: dict[str, str] = {
    f"src/truso/integrations/adventureworks/{name}.py": "another system's closed history and master data, as rows, in one transaction"
    for name in ("ground", "goods", "prices", "parties")
}


def is_built(node: ast.AST) -> bool:
    """Tell whether a statement is put together: an f-string, a format, a sum of parts that are not all written out."""
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in node.values)
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr in {"format", "replace", "join"}
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Mod) or is_built(node.left) or is_built(node.right) or not is_text(node)
    return False


def is_text(node: ast.AST) -> bool:
    if isinstance(node, ast.BinOp):
        return is_text(node.left) and is_text(node.right)
    return isinstance(node, ast.Constant)


def built_statements(file: File) -> Iterator[str]:
    for call in file.calls():
        method = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if method in {"execute", "executemany", "raw", "RawSQL"} and call.args and is_built(call.args[0]):
            yield file.at(call)


def test_statements_are_not_built_from_texts() -> None:
    found = [place for file in files() if file.path not in SQL_BUILDERS for place in built_statements(file)]
    assert found == [], "Pass values as parameters; name the file in SQL_BUILDERS if only constants are put together."


def test_listed_builders_still_build() -> None:
    idle = [file.path for file in files() if file.path in SQL_BUILDERS and not list(built_statements(file))]
    assert idle == [], "These files build no statements any more: take them off the list."


def test_only_the_clock_tells_the_time() -> None:
    found = [
        f"{file.at(node)} {name_of(node)}"
        for file in files()
        if file.path != CLOCK
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Attribute) and ".".join(name_of(node).split(".")[-2:]) in CLOCK_READERS
        if not is_default(file, node)
    ]
    assert found == [], "Take `now` as an argument, or `truso.platform.clock.now()`."


def is_default(file: File, node: ast.Attribute) -> bool:
    """Tell whether the clock is only named as a field's default (`default=timezone.now`), not read."""
    return any(keyword.value is node and keyword.arg == "default" for call in file.calls() for keyword in call.keywords)


def foreign_models(file: File) -> set[str]:
    """Return the models a file imports from modules it does not belong to."""
    found = set()
    for node in ast.walk(file.tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("truso.modules."):
            parts = (node.module or "").split(".")
            if "models" in parts and parts[2] != file.module:
                found.update(alias.asname or alias.name for alias in node.names if alias.name[:1].isupper())
    return found


def foreign_writes(file: File) -> Iterator[str]:
    """Yield writes to other modules' tables: through a manager, or by saving a record that was made or looked up here."""
    models = foreign_models(file)
    for scope in [node for node in ast.walk(file.tree) if isinstance(node, ast.FunctionDef)]:
        records = {
            target.id
            for node in ast.walk(scope)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name) and name_of(node.value).split(".")[0] in models
        }
        for node in ast.walk(scope):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            name, method = name_of(node.func), node.func.attr
            root = name.split(".")[0]
            if (root in models and ".objects." in name and method in WRITES) or (
                root in records and method in {"save", "delete"}
            ):
                yield f"{file.at(node)} {name}"


def test_nobody_writes_another_modules_tables() -> None:
    found = [
        place
        for file in files()
        if file.path not in MAY_WRITE and not file.path.startswith("src/truso/modules/output/")
        for place in foreign_writes(file)
    ]
    assert found == [], "Call an operation of the module that owns the table."


def test_processes_and_the_api_save_nothing_themselves() -> None:
    found = [
        file.at(call)
        for file in files()
        if file.parts[0] in {"processes", "api"} and file.path not in MAY_WRITE
        for call in file.calls()
        if isinstance(call.func, ast.Attribute) and call.func.attr in {"save", "bulk_create", "bulk_update"}
    ]
    assert found == [], "Call an operation of the module that owns the table."


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ('cursor.execute(f"select {name}")', True),
        ('cursor.execute("select %s" % name)', True),
        ('cursor.execute("select " + name)', True),
        ('cursor.execute("select {}".format(name))', True),
        ('cursor.execute("select %s", [name])', False),
        ('cursor.execute("select " "1")', False),
        ("cursor.execute(_SELECT, [name])", False),
    ],
)
def test_a_built_statement_is_seen(text: str, finds: bool) -> None:
    assert bool(list(built_statements(File("src/truso/x.py", text, ast.parse(text))))) is finds


@pytest.mark.parametrize(
    ("line", "finds"),
    [
        ("Order.objects.create(number=1)", True),
        ("Order.objects.filter(pk=1).update(number=1)", True),
        ("order = Order.objects.get(pk=1); order.save()", True),
        ("order = Order(number=1); order.save()", True),
        ("Order.objects.select_for_update().get(pk=1)", False),
        ("Local.objects.create()", False),
    ],
)
def test_a_foreign_write_is_seen(line: str, finds: bool) -> None:
    text = f"from truso.modules.orders.models import Order\ndef act():\n    {line}"

    assert bool(list(foreign_writes(File("src/truso/modules/cart/operations.py", text, ast.parse(text))))) is finds


# What `script/messages` collects by. Behind any other name a text is never translated.
TRANSLATORS = {
    "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext", "_",
}  # fmt: skip


def test_texts_are_translated_by_names_that_are_collected() -> None:
    found = [
        f"{file.path}:{node.lineno} {alias.asname or alias.name}"
        for file in files()
        for node in ast.walk(file.tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if "gettext" in alias.name and (alias.asname or alias.name) not in TRANSLATORS
    ]
    assert found == []
