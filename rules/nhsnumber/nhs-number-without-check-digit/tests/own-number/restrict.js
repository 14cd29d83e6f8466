var own = context.getVariable("claim.nhs_number");
var id_token_nhs_number = own;
var coverage = new RegExp(/nhs-number=\d{10}$/);
function refused(url) {
  return !coverage.test(url) || url.slice(-10) !== id_token_nhs_number;
}
