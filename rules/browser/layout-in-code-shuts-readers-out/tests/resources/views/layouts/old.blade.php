<!DOCTYPE html>
<!-- ruleid: layout-in-code-shuts-readers-out -->
<html>
</html>
