exports.config = {
  capabilities: [{
    browserName: "chrome",
  }],
};
