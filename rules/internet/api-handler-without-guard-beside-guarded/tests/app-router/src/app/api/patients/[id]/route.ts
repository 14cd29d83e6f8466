export async function GET(request: Request, { params }: Given): Promise<Response> {
  return Response.json(await patient((await params).id));
}
