export async function load() {
  // review: error-swallowed-in-clinical-code
  try { await api.load(); } catch (error) { /* ignore */ }
  // ok: error-swallowed-in-clinical-code
  try { await api.load(); } catch (error) { if (error.name !== 'AbortError') throw error; }
  // ok: error-swallowed-in-clinical-code
  try { await api.load(); } catch (cancelled) { }
  // ok: error-swallowed-in-clinical-code
  try { await store.pick(); } catch {
    // pick surfaces its own error banner
  }
}
