// ok: page-demands-one-browser
// selections are only supported by Chrome and Firefox
const selection = window.getSelection();
/*
 * ok: page-demands-one-browser
 * drag and drop works only in Chrome
 */
selection.empty(); // only supported by Firefox
// review: page-demands-one-browser
say("This ward list only works in Google Chrome");
