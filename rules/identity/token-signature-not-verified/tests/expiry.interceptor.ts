import { HttpEvent, HttpHandler, HttpInterceptor, HttpRequest } from '@angular/common/http';
import { jwtDecode } from 'jwt-decode';

export class ExpiryInterceptor implements HttpInterceptor {
  intercept(req: HttpRequest<unknown>, next: HttpHandler): Observable<HttpEvent<unknown>> {
    // ok: token-signature-not-verified
    const ends = jwtDecode(this.token);
    return next.handle(req);
  }
}
