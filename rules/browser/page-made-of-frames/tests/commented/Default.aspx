<%-- <frameset rows="80,*"><frame src="top.aspx"></frameset> --%>
<iframe title="Results" src="results.aspx"></iframe><iframe title="Letters" src="letters.aspx"></iframe>
