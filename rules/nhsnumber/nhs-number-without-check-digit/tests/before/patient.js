const ok = /^\d{10}$/.test(patient.nhsNumber);
