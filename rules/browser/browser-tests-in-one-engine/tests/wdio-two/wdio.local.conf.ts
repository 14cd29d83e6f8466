export const config = { capabilities: [{ browserName: "chrome" }], browser: process.env.BROWSER };
