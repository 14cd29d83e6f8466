// review: page-demands-one-browser
document.all.patient.value = "";
// ok: page-demands-one-browser
document.querySelectorAll("*");
