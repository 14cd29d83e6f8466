<html lang="en"><body>
<a href="javascript:change('letters')">Letters</a>
<div ng-if="ready"></div>
</body></html>
