import http.server

http.server.HTTPServer(("", 80), Handler).serve_forever()
