<p><a ui-sref="support">Support</a></p>
<a href="javascript:void()" onclick="window.open('/manual')">Manual</a>
