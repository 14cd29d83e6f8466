package find

import "log/slog"

func Find(nhsNumber string) {
	// ruleid: nhs-number-written-to-log
	slog.Info("searching", "patient", nhsNumber)
	// ok: nhs-number-written-to-log
	slog.Info("searching")
}
