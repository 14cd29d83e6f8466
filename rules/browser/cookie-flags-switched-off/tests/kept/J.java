class A { Object b() { return ResponseCookie.from("a", "b").path("/").secure(true).build(); } }
