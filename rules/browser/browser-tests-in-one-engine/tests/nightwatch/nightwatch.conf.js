module.exports = {
  desiredCapabilities: { browserName: "chrome" },
};
