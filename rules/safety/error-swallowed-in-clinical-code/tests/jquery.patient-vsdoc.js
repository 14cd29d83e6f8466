function patient() {
  // ok: error-swallowed-in-clinical-code
  try { read(); } catch (e) { }
}
