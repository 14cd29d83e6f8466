module.exports = (asked, answer, next) => next();
