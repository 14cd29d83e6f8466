var coverage = new RegExp(/nhs-number=\d{10}$/);
function refused(url, token_nhs_number) {
  return !coverage.test(url) || url.slice(-10) !== token_nhs_number;
}
function open(url) {
  return coverage.test(url);
}
