class A { void b(Cookie c) { c.setSecure(true); } }
