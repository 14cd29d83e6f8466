package hub

type Patient struct {
	// ruleid: nhs-number-stored-as-number
	NHSNumber int64 `json:"nhsNumber"`
	// ok: nhs-number-stored-as-number
	FormerNHSNumber string `json:"formerNhsNumber"`
}
