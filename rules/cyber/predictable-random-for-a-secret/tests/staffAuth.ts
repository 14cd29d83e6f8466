export async function send(user: string) {
  // ruleid: predictable-random-for-a-secret
  const code = Math.floor(100000 + Math.random() * 900000).toString();
  await mail(user, code);
}

export function colourOf(ward: number) {
  // ok: predictable-random-for-a-secret
  const shade = Math.floor(100000 + Math.random() * 900000);
  return shade + ward;
}
