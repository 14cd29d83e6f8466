/** Everything that the views need should come through here. */

export interface Task {
  id: string;
  title: string;
}

const BASE = process.env.API_BASE_URL ?? "http://localhost:8080";

export async function fetchTasks(authorization: string): Promise<Task[]> {
  const response = await fetch(`${BASE}/tasks`, {
    headers: { Authorization: authorization },
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok) {
    throw new Error(`the API answered ${response.status}`);
  }
  return (await response.json()) as Task[];
}
