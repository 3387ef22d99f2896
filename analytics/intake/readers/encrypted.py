"""Opens Office files that are encrypted with the password everybody knows."""

from __future__ import annotations

import io

import msoffcrypto


def decrypted(data: bytes) -> bytes | None:
    """The Office file behind Excel's default password, which Excel opens without asking; None behind another one."""
    out = io.BytesIO()
    try:
        office = msoffcrypto.OfficeFile(io.BytesIO(data))
        office.load_key(password="VelvetSweatshop")
        office.decrypt(out)
    except Exception:  # a wrong password and damage look alike: both are not to be opened
        return None
    return out.getvalue()
