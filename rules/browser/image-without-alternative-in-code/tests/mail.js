// Not JSX: a letter that is put together from text.
// ok: image-without-alternative-in-code
export const letter = (cells) => [cells.map((cell) => cell <img && img> 0)];
