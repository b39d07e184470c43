"""Fields for numbers in the tests of pages, typed into as a browser does."""

import json
from itertools import count

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import UnknownElement, Widget

NAME = "after-overdue.number_field"
TIMES = count(1)


class NumberField(Widget):
    """One field: what its browser is sent, and what is typed into it."""

    def __init__(self, proto, root) -> None:
        self.id = proto.id
        super().__init__(proto, root)
        self.type = "number_field"
        self.sent = json.loads(proto.bytes)
        self.label = self.sent["label"]

    @property
    def value(self) -> str:
        """The text that stands in it."""
        return self.sent["text"]

    def type_in(self, text: object) -> "NumberField":
        """Type a text and leave the field."""
        self._value = [str(text), next(TIMES)]
        return self

    @property
    def _widget_state(self) -> WidgetState | None:
        if self._value is None:
            return None
        typed = json.dumps({"typed": self._value})
        return WidgetState(id=self.id, json_value=typed)


def element(proto, root) -> UnknownElement | NumberField:
    """Return what the platform's tests do not know, a field for a number as one."""
    found = UnknownElement(proto, root)
    is_field = found.type == "bidi_component" and found.proto.component_name == NAME
    return NumberField(found.proto, root) if is_field else found


def number_fields(app: AppTest) -> list[NumberField]:
    return list(app.get("number_field"))


def number_field(app: AppTest, key: str) -> NumberField:
    (found,) = [each for each in number_fields(app) if each.key == f"{key}.field"]
    return found
