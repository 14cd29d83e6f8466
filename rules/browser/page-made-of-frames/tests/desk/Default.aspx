<FRAMESET rows="80,*" id="main">
<FRAME src="top.aspx"></FRAMESET>
