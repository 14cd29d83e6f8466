export async function GET(request: NextRequest): Promise<Response> {
  if (!known(request.cookies.get("ward_pass"))) return new Response(null, { status: 401 });
  return Response.json(await letters());
}
