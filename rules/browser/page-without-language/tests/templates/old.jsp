<%-- ok: page-without-language --%>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en">
<body></body>
</html>
<%-- ok: page-without-language --%>
<html ${page.languageAttributes()}>
