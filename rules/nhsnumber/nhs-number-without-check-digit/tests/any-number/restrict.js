var coverage = new RegExp(/nhs-number=\d{10}$/);
function refused(url, last_nhs_number) {
  return !coverage.test(url) || url.slice(-10) === last_nhs_number;
}
