import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

const slots = {
  resourceType: "Bundle",
  entry: [{ resource: { id: "7d1f", start: "2026-12-01T10:20:00Z", comment: "Hawthorn Leisure Centre" } }],
};

test.beforeEach(async ({ page }) => {
  await page.route("**/api/v1/Slot?*", (route) => route.fulfill({ json: slots }));
  await page.goto("/");
});

test("has no WCAG 2.2 AA violations", async ({ page }) => {
  const result = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
  expect(result.violations).toEqual([]);
});

// HAZ-003: the citizen is never told that a booking was made when it was not.
test("HAZ-003 says that nothing was booked when the service cannot be reached", async ({ page }) => {
  await page.route("**/api/v1/Appointment", (route) => route.abort());
  await page.getByLabel("Code of the vaccination site").fill("HLC01");
  await page.getByRole("button", { name: "Show appointments" }).click();
  await page.getByRole("radio").check();
  await page.getByRole("button", { name: "Book this appointment" }).click();
  await expect(page.getByText("Nothing has been booked")).toBeVisible();
});
