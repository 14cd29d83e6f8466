const { execSync } = require("node:child_process");

test("no package is known to be weak", () => {
  execSync("npm audit --audit-level=high", { stdio: "inherit" });
});
