"""Commands that need the application and its database."""
