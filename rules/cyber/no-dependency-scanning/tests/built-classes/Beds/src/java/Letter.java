class Letter {}
