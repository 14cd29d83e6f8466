// What this program sends on to the directory, which may refuse it.
export async function forward(request: Outgoing) {
  request.headers['x-api-key'] = await secrets.key('directory');
  const answer = await send(request);
  if (answer.status === 401) throw new Refused('directory');
  return answer;
}
