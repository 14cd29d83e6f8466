/** Serves the screens; what they show they ask of the API themselves. */
import { createReadStream } from "node:fs";
import { createServer } from "node:http";

const FILES = new Map([
  ["/", ["public/index.html", "text/html; charset=utf-8"]],
  ["/worklist.js", ["public/worklist.js", "text/javascript"]],
  ["/nhsuk.css", ["node_modules/nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css", "text/css"]],
]);

const HEADERS = {
  "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'",
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
};

createServer((request, response) => {
  const found = FILES.get(request.url);
  if (!found) {
    response.writeHead(404, HEADERS).end();
    return;
  }
  const [path, type] = found;
  response.writeHead(200, { ...HEADERS, "Content-Type": type });
  createReadStream(path).pipe(response);
}).listen(8080);
