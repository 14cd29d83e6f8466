package hub

type Letter struct {
	NHSNumber string `json:"nhsNumber"`
}
