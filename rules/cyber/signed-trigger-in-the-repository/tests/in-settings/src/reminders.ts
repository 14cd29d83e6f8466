const RECEIVER =
  "https://default4t5t.13.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/1nvented0rem1nder/triggers/manual/paths/invoke?api-version=1&sig=InventedForReminderStartsNothingOnAnyWard_0";

export async function remind(appointment: Appointment): Promise<void> {
  await fetch(RECEIVER, { method: "POST", body: JSON.stringify({ slot: appointment.slot }) });
}
