"""An address that is no screen gets a page in Chinese and English; Streamlit's own is a dialog in English only."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.registry import PATHS, SCREENS

FIRST = SCREENS[0].path
"""Streamlit serves the first screen at ``/`` only; its own name leads there too."""

OTHERS = ("/_stcore", "/static", "/app/static", "/media", "/component", "/vendor", "/~")
"""What Streamlit serves besides screens."""

PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>没有这个页面</title>
<style>body{font-family:"Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;color:#1F2933;
margin:4rem auto;max-width:32rem;line-height:1.7}a{color:#0B5CAD}</style>
<h1>没有这个页面</h1><p>地址可能抄漏了，或者页面已经改名。</p><p><a href="/">回到总览</a></p></html>"""


class KnownAddressesOnly:
    """Lets screens and files through and answers every other page address itself, with status 404."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    @classmethod
    def as_middleware(cls) -> Middleware:
        """As ``st.App`` wants it."""
        return Middleware(cls)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "http" and scope["path"].strip("/") == FIRST:
            query = scope.get("query_string", b"").decode("latin-1")
            await RedirectResponse(f"/?{query}" if query else "/")(scope, receive, send)
            return
        if scope["type"] == "http" and scope["method"] == "GET" and not _known(scope["path"]):
            await HTMLResponse(PAGE, status_code=404)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _known(path: str) -> bool:
    first, *rest = path.strip("/").split("/")
    if not rest and (first == "" or first in PATHS):
        return True
    return path.startswith(OTHERS) or "." in path.rsplit("/", 1)[-1] or "_stcore" in path
