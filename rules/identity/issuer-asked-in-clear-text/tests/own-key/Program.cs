builder.Services.AddAuthentication().AddJwtBearer(options =>
{
    options.RequireHttpsMetadata = false;
    options.TokenValidationParameters = new() { IssuerSigningKey = new SymmetricSecurityKey(key) };
});
