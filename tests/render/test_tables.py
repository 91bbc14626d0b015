"""Tables of articles have a caption, and headers for columns and rows."""

from __future__ import annotations

from portal.render.tables import with_headers

TABLE = (
    "<table>\n<thead>\n<tr>\n<th>温度</th>\n<th>多久</th>\n</tr>\n</thead>\n"
    "<tbody>\n<tr>\n<td>5℃</td>\n<td>一天</td>\n</tr>\n</tbody>\n</table>"
)


def test_a_table_is_called_after_the_heading_above_it() -> None:
    html = with_headers(f"<h2 id='a'>放<em>冰箱</em> &lt;1&gt;</h2>{TABLE}<h2>以后</h2>", "存菜")
    assert '<table><caption class="p-unseen">放冰箱 &lt;1&gt;</caption>' in html
    assert '<caption class="p-unseen">存菜</caption>' in with_headers(TABLE, "存菜")


def test_the_first_cell_of_a_row_names_it_and_the_head_its_columns() -> None:
    html = with_headers(TABLE, "存菜")
    assert '<th scope="row">5℃</th>\n<td>一天</td>' in html
    assert html.count('<th scope="col">') == 2
