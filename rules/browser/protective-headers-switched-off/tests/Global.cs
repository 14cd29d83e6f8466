// ruleid: protective-headers-switched-off
AntiForgeryConfig.SuppressXFrameOptionsHeader = true;
// ok: protective-headers-switched-off
AntiForgeryConfig.SuppressXFrameOptionsHeader = false;
