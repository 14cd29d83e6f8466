// ok: policy-only-reported
app.UseCspReportOnly(options => options.ScriptSources(s => s.Self()));
app.UseCsp(options => options.DefaultSources(s => s.Self()));
