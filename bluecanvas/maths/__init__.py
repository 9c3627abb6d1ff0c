"""Pure algorithms over numbers."""
