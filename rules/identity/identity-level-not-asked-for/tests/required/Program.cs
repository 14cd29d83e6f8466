builder.Services.AddAuthorization(options =>
    options.AddPolicy("SecondFactor", policy => policy.RequireClaim("amr", "mfa")));
