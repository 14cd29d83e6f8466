// The forms' own header is left out by those who set it for every page; whether anything sets it, pages-without-protective-headers asks.
AntiForgeryConfig.SuppressXFrameOptionsHeader = true;
