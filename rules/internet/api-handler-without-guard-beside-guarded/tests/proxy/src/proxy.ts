export function proxy(request: NextRequest) {
  return signedIn(request) ? NextResponse.next() : refuse();
}
