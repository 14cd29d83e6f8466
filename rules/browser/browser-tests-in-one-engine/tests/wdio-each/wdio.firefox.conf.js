export const config = { capabilities: [{ browserName: "firefox" }] };
