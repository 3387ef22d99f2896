"""A report in prose beside the return of the same township and year: the return counts, the report only checks it."""

from __future__ import annotations

from analytics.store import Store, UploadRow


def return_beside(store: Store, upload: UploadRow) -> UploadRow | None:
    """The accepted return that gives figures for a report's township and year; None where there is none."""
    if upload.kind != "narrative":
        return None
    return next((found for found in _standing(store, upload) if found.kind == "return"), None)


def stand_ins(store: Store, upload: UploadRow) -> list[UploadRow]:
    """The reports whose figures stood in for a return that has come now."""
    if upload.kind != "return":
        return []
    return [found for found in _standing(store, upload) if found.kind == "narrative"]


def _standing(store: Store, upload: UploadRow) -> list[UploadRow]:
    """The other uploads whose figures count for the townships and years of this one, each once."""
    pairs = {(f.township, f.year) for f in store.reading(upload.id).figures}
    standing = store.standing_figures(upload.townships, upload.years)
    ids = {row.upload_id for key, row in standing.items() if (key.township, key.year) in pairs}
    return [store.upload(upload_id) for upload_id in sorted(ids - {upload.id})]
