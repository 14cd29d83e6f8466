document.all.toolbar.focus();
