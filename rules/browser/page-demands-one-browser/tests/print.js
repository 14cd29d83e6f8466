function show(name) {
  // ok: page-demands-one-browser
  const old = document.all.wait;
  const pane = document.getElementById(name) || old;
  pane.hidden = false;
}
