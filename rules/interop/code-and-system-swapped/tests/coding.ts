export const wrong = (entry: Entry) => ({
  // ruleid: code-and-system-swapped
  coding: [{ system: entry.code, code: entry.codeSystem, display: entry.text }],
});

export const right = (entry: Entry) => ({
  // ok: code-and-system-swapped
  coding: [{ system: entry.system, code: entry.code, display: entry.text }],
});

// ok: code-and-system-swapped
export const two = (a: Entry, b: Entry) => ({ system: a.code, code: b.system });
