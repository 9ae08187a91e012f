"""Tables whose cells fill a grid, merged or not; pictures with a name and a size."""

import pytest

from drafter.model import Cell, Image, Para, Table, grid


def cell(text, cols=1, rows=1):
    return Cell(Para.of(text), cols, rows)


def test_every_place_of_a_plain_table_has_its_own_cell():
    table = Table(((cell("乡镇"), cell("泊位")), (cell("柳坪"), cell("12"))))
    assert grid(table) == [[(0, 0), (0, 1)], [(1, 0), (1, 1)]]
    assert table.width == 2


def test_a_merged_cell_covers_all_its_places():
    table = Table(
        ((cell("乡镇", rows=2), cell("泊位", cols=2)), (cell("地上"), cell("地下"))), header=2
    )
    assert grid(table) == [[(0, 0), (0, 1), (0, 1)], [(0, 0), (1, 0), (1, 1)]]


def test_a_row_may_begin_under_a_cell_from_above():
    table = Table(((cell("合计", cols=2, rows=2),), ()))
    assert grid(table) == [[(0, 0), (0, 0)], [(0, 0), (0, 0)]]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((), id="no row"),
        pytest.param(((),), id="no cell"),
        pytest.param(((cell("a"), cell("b")), (cell("c"),)), id="a hole"),
        pytest.param(((cell("a"),), (cell("b"), cell("c"))), id="over the edge"),
        pytest.param(((cell("a", rows=2),),), id="below the table"),
        pytest.param(((cell("a", rows=2), cell("b")), (cell("c", cols=2),)), id="overlap"),
        pytest.param(((cell("a", cols=0), cell("b")),), id="no width"),
        pytest.param(((cell("a", rows=0),),), id="no height"),
    ],
)
def test_cells_that_do_not_fill_the_grid_are_refused(rows):
    with pytest.raises(ValueError, match=r"table"):
        Table(rows, header=0)


@pytest.mark.parametrize("header", [-1, 2])
def test_a_table_has_no_more_heads_than_rows(header):
    with pytest.raises(ValueError, match="heads"):
        Table(((cell("a"),),), header=header)


@pytest.mark.parametrize("name", ["", " a.png", "a\n.png"])
def test_a_picture_needs_a_name(name):
    with pytest.raises(ValueError, match="file name"):
        Image(name, b"")


@pytest.mark.parametrize("size", [0.0, -3.0, 0.04, 10_000.0, float("nan")])
def test_a_picture_needs_a_size_that_fits_paper(size):
    with pytest.raises(ValueError, match="picture"):
        Image("a.png", b"", width_mm=size)


def test_sizes_are_kept_to_a_tenth_of_a_millimetre():
    assert Image("a.png", b"", 80.04, 60.06).width_mm == 80.0
    assert Image("a.png", b"", 80.04, 60.06).height_mm == 60.1
