export const config = {
  capabilities: [{
    browserName: "chrome",
  }],
};
