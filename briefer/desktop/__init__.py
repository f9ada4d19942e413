"""The window: widgets that show what the service answers and hand on what the user does."""
