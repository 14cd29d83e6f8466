package medicines

type Prescription struct {
	// review: dose-as-floating-point
	Dose float64 `json:"dose"`
	// ok: dose-as-floating-point
	DailyDose decimal.Decimal `json:"daily_dose"`
	// ok: dose-as-floating-point
	Temperature float64
}
