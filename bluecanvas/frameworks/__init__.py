"""Frameworks: one file each for what a strategy canvas and its sections mean and what there is to show of them."""

from bluecanvas.registry import Folder

FRAMEWORKS = Folder(__name__, list(__path__))
