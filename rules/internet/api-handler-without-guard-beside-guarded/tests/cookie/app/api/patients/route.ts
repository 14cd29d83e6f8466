import { cookies } from "next/headers";

export async function GET(): Promise<Response> {
  const cookieStore = await cookies();
  if (!known(cookieStore.get("ward_pass"))) return new Response(null, { status: 401 });
  return Response.json(await patients());
}
