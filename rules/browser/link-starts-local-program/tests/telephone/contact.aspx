<a href="callto:+441130000000">Ward</a><asp:HyperLink NavigateUrl="~/ward" />
