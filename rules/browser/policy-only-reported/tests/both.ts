// ok: policy-only-reported
res.setHeader("Content-Security-Policy-Report-Only", stricter);
res.setHeader("Content-Security-Policy", policy);
