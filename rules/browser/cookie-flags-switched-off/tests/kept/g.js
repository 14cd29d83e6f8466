res.cookie("a", v, { secure: true });
