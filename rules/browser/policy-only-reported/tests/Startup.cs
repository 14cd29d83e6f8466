// review: policy-only-reported
app.UseCspReportOnly(options => options.DefaultSources(s => s.Self()));
