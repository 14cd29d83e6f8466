// ruleid: dummy-nhs-number
const nhsNumber = record.number || "0000000000";
// ok: dummy-nhs-number
const other = record.telephone || "0000000000";
