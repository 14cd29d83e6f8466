export function middleware(request) {
  return signedIn(request) ? NextResponse.next() : refuse();
}
