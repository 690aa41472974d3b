"""Ways through templates and definitions."""


def resources(template, kind=""):
    for name, resource in template.get("Resources", {}).items():
        if resource["Type"].startswith(kind):
            yield name, resource.get("Properties", {})


def statements(value):
    """All statements of policies, wherever they are."""
    if isinstance(value, dict):
        if value.get("Effect") in ("Allow", "Deny"):
            yield value
        for part in value.values():
            yield from statements(part)
    elif isinstance(value, list):
        for part in value:
            yield from statements(part)


def states(machine):
    for name, state in machine.get("States", {}).items():
        yield name, state
        yield from states(state.get("ItemProcessor", {}))


def texts(value):
    """All texts in a value, names included."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield str(name)
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, str):
        yield value


def listed(value):
    return value if isinstance(value, list) else [value] if value else []
