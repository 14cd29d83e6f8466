// Content-Security-Policy-Report-Only is what we try
// review: policy-only-reported
res.setHeader("Content-Security-Policy-Report-Only", policy);
