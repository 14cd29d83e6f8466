// ok: page-demands-one-browser
document.all.patient.value = "";
if (document.all) {
  // review: page-demands-one-browser
  document.all.ward.style.visibility = "visible";
}
// ok: page-demands-one-browser
document.querySelectorAll("*");
