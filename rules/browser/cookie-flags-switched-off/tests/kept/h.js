cookies.set("a", v, { secure: true });
