export const config = { capabilities: [{ browserName: "MicrosoftEdge" }] };
