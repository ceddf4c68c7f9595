from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import ServiceStep, Treatment
from leaderplan.ui.models.steps import FIELDS, StepsModel


def step(id, position, **fields) -> ServiceStep:
    return ServiceStep(id=id, collaboration="c", position=position, **fields)


def model_of(*steps, stored=None):
    model = StepsModel(ENGLISH, lambda *told: stored.append(told) if stored is not None else None)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_steps(steps)
    return model


def shown(model, field):
    return [model.index(row, FIELDS.index(field)).data() for row in range(model.rowCount())]


def test_steps_stand_in_their_order_with_their_number_and_treatment(dressed) -> None:
    model = model_of(step("b", 2, as_is="Second"), step("a", 1, as_is="First", treatment=Treatment.MERGED))
    assert shown(model, "as_is") == ["First", "Second"]
    assert shown(model, "") == ["1", "2"]
    assert shown(model, "treatment") == ["merged", "choose"]
    assert shown(model, "to_be") == ["—", "—"]


def test_each_change_is_told_as_what_it_is(dressed) -> None:
    a, b, c = (step(id, n, as_is=id) for n, id in enumerate("abc", 1))
    model, heard = model_of(a, b, c), []
    model.rowsInserted.connect(lambda *_: heard.append("in"))
    model.rowsRemoved.connect(lambda *_: heard.append("out"))
    model.rowsMoved.connect(lambda *_: heard.append("moved"))
    model.modelReset.connect(lambda: heard.append("reset"))
    model.show_steps([step("c", 1, as_is="c"), step("a", 2, as_is="a"), step("b", 3, as_is="b")])
    model.show_steps([step("c", 1, as_is="c"), step("d", 2, as_is="d")])
    assert shown(model, "as_is") == ["c", "d"]
    assert heard == ["moved", "out", "out", "in"]


def test_what_is_typed_is_told_once_in_one_line(dressed) -> None:
    stored: list = []
    model = model_of(step("a", 1, as_is="Phones"), stored=stored)
    cell = model.index(0, FIELDS.index("as_is"))
    assert cell.flags() & Qt.ItemFlag.ItemIsEditable
    model.setData(cell, " Phones \n twice ")
    model.setData(cell, "Phones")
    assert [(field, value) for _step, field, value in stored] == [("as_is", "Phones twice")]
