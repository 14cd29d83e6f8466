"""What GitHub takes of a SARIF file, and what it shows. We cut at what it shows: the choice is ours, and told."""

RESULTS_AT_MOST = 5_000
"""Of a run; 25,000 are taken and the first 5,000 by severity shown."""
RELATED_AT_MOST = 100
"""Locations of a result; 1,000 are taken and 100 shown."""
STEPS_AT_MOST = 30
"""Steps of a path, and places that prove one of them: 930 at most; 10,000 locations are taken and 1,000 shown."""
TAGS_AT_MOST = 10
"""Of a rule; 20 are taken and 10 shown, nobody says which."""
BYTES_AT_MOST = 10_000_000
"""Of the file, compressed by gzip."""
TEXT_AT_MOST = 1_024
"""Characters of a description."""
NAME_AT_MOST = 255
"""Characters of a rule's name."""

# Limits of our own: what GitHub does not use must not fill the file.
MESSAGE_AT_MOST = 2_000
NOTIFICATIONS_AT_MOST = 500
ENVIRONMENTS_AT_MOST = 100
MENDED_AT_MOST = 500
LINKED_AT_MOST = 3
"""Related places that a message links to: GitHub shows no others."""
