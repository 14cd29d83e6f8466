import { devices } from "@playwright/test";
export default {
  projects: [{ use: { ...devices["Desktop Chrome"] } }, { use: { ...devices["iPhone 15"] } }],
};
