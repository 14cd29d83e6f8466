// ruleid: nhs-number-in-route
router.get('/patients/:nhsNumber/appointments', show);
// ok: nhs-number-in-route
router.get('/patients/:patientId/appointments', show);
