"""What the product knows of Indonesian as it is spoken: words, numbers, clauses."""
