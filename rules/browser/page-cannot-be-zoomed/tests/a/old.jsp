<%-- ruleid: page-cannot-be-zoomed --%>
<meta name="viewport" content="maximum-scale=1.5; width=device-width">
