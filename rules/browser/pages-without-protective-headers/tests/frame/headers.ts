res.setHeader("X-Frame-Options", "DENY");
