type P struct {
	Dose decimal.Decimal `json:"dose"`
}
