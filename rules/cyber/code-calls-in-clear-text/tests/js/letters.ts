export async function letters(id: string) {
  // ok: code-calls-in-clear-text
  await fetch('http://letters/health');
  // ok: code-calls-in-clear-text
  const namespace = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  // ruleid: code-calls-in-clear-text
  return fetch(`http://letters.supplier.co.uk/api/${id}`);
}
