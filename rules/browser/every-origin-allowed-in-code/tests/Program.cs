// ruleid: every-origin-allowed-in-code
policy.SetIsOriginAllowed(origin => true).AllowAnyHeader().AllowCredentials();
// ruleid: every-origin-allowed-in-code
other.AllowCredentials().SetIsOriginAllowed(_ => true);
// ok: every-origin-allowed-in-code
named.WithOrigins("https://clinic.example.org").AllowCredentials();
// ok: every-origin-allowed-in-code
open.AllowAnyOrigin();
