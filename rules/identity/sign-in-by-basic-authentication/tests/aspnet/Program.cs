builder.Services.AddAuthentication().AddOpenIdConnect(options => options.ClientId = id);
