"""Sentences of an official document, composed from figures: pure, and never saying more than the figures do."""
