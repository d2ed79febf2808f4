"""What the application decides: from a session and plain values, never committing."""
