"""Fictional counties: values with planted faults, written in the layouts townships use."""
