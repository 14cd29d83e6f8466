for (let n = 0; n < elements.length; n++) names.push(elements[n].name);
// ok: page-demands-one-browser
for (let n = 0; n < document.all.length; n++) {
  // ok: page-demands-one-browser
  names.push(document.all.item(n).name);
}
