import { getServerSession } from "next-auth";

export async function GET(): Promise<Response> {
  if (!(await getServerSession(options))) return new Response(null, { status: 401 });
  return Response.json(await wards());
}
