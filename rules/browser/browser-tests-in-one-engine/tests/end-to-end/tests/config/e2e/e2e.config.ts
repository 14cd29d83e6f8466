import { devices } from "@playwright/test";

export default {
  projects: [
    {
      name: "e2e",
      use: {
        baseURL: "http://localhost:3000",
        ...devices["Desktop Chrome"],
      },
    },
  ],
};
