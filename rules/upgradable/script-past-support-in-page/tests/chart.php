<html lang="en">
<head>
<!-- ruleid: script-past-support-in-page -->
<script type="text/javascript" src="<?php echo $base; ?>/library/page-libraries/jquery.1.3.2.js"></script>
</head>
</html>
<!-- ok: script-past-support-in-page -->
<script src="<?php echo $base; ?>/library/page-libraries/jquery-3.6.4.min.js"></script>
