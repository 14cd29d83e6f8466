package find

import "log/slog"

func Find(ctx context.Context, nhsNumber string) {
	// ruleid: nhs-number-written-to-debug-log
	slog.Debug("searching", "patient", nhsNumber)
	// ruleid: nhs-number-written-to-debug-log
	slog.DebugContext(ctx, "searching", "patient", nhsNumber)
	// ok: nhs-number-written-to-debug-log
	slog.Info("searching", "patient", nhsNumber)
}
