select ward, washed from hygiene_audits;
