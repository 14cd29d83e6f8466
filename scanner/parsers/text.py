"""Bytes of a text file to text, whatever its encoding. Shared by the parsers."""

from __future__ import annotations

import codecs

from scanner.errors import ReadError

_SAMPLE = 4096
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def encoding_of(data: bytes) -> tuple[str, int]:
    """Tells the encoding and the length of the byte order mark.

    Args:
        data: The whole file.

    Returns:
        Name of a codec, and how many bytes to skip.

    Raises:
        ReadError: The bytes are not text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, len(mark)
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        return _wide_encoding(sample), 0
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252", 0
    return "utf-8", 0


def decode(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 or else Windows-1252, without a byte order mark.

    Args:
        data: The whole file.

    Returns:
        The text. Bytes that the encoding does not know become U+FFFD.

    Raises:
        ReadError: The bytes are not text.
    """
    encoding, skip = encoding_of(data)
    return data[skip:].decode(encoding, errors="replace")


def as_utf8(data: bytes) -> bytes:
    """The text of a file as UTF-8 bytes without a byte order mark; not copied where it is that already.

    Args:
        data: The whole file.

    Returns:
        UTF-8.

    Raises:
        ReadError: The bytes are not text.
    """
    encoding, skip = encoding_of(data)
    if encoding == "utf-8":
        return data[skip:] if skip else data
    return data[skip:].decode(encoding, errors="replace").encode()


def _wide_encoding(sample: bytes) -> str:
    half = max(len(sample) // 2, 1)
    if sample[1::2].count(0) > 0.4 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.4 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    raise ReadError("the file is binary, not text")
