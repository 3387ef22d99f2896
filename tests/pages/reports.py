"""A small county with reports in prose beside its returns, for the screens."""

from __future__ import annotations

from pathlib import Path

from analytics.catalogue import Roster, Township
from analytics.store import Store
from analytics.submission import Incoming, accept, receive

FIRST, SECOND = "荻砚镇", "石桥乡"
RETURN = """荻砚镇{year}年法治建设统计表
指标,单位,数量
专题研讨,次,4
发放普法宣传资料,份,83200
法治宣传活动,场,{events}
"""
REPORT = """荻砚镇{year}年法治政府建设工作报告
县委依法治县办：
一、主要工作
全年组织专题研讨{seminars}次，发放普法宣传资料8万余份。开展法治宣传活动{events}场。
二、存在的问题
一是法治宣传创新力度不够。二是普法经费不足。
三、下一年工作打算
一是全年开展法治宣传活动40场。二是加强法治宣传创新。
荻砚镇人民政府
{year}年12月20日
"""


def small_store(file: Path) -> Store:
    """A store that knows two townships."""
    store = Store.open(f"sqlite:///{file}")
    store.replace_roster(Roster((Township("1", FIRST), Township("2", SECOND))), "测试")
    return store


def take_in(store: Store, name: str, text: str, *, accepted: bool = True) -> int:
    """Takes a text file in; its upload's id."""
    [received] = receive(store, [Incoming(name, text.encode())], "测试")
    assert received.upload_id is not None, received.message
    if accepted:
        [decided] = accept(store, received.upload_id, "测试")
        assert decided.done, decided.message
    return received.upload_id
