export function middleware(request: NextRequest) {
  return signedIn(request) ? NextResponse.next() : refuse();
}
