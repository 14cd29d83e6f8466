// ok: error-swallowed-in-clinical-code
try { localStorage.setItem('theme', theme); } catch { }
