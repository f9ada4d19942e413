"""The verbs that both doors call: progress in, frozen answers out."""

from briefer.service.briefer import Briefer

__all__ = ["Briefer"]
