<iframe title="Agent" src="wardagent:start"></iframe>
