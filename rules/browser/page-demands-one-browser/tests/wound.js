if (navigator.mediaDevices) {
  openCamera();
} else {
  // ok: page-demands-one-browser
  alert("Wound photos are not supported in your browser. Please use Chrome or Firefox");
}
// review: page-demands-one-browser
alert("This application is not supported in your browser. Please use Chrome");
// review: page-demands-one-browser
alert("Your browser is not supported. Please use Google Chrome");
