"""Run a class: open one, show its code, and move it step by step."""

from after_overdue.ui import class_room
from after_overdue.ui.class_board import board
from after_overdue.ui.class_form import opening

with class_room.reachable():
    secret = class_room.host_secret()
    view = class_room.view_of(secret)
    if view is None:
        opening()
    else:
        board(secret, view)
