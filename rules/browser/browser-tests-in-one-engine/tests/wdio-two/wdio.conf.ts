export const config = { capabilities: [{ browserName: "chrome" }, { browserName: "firefox" }] };
