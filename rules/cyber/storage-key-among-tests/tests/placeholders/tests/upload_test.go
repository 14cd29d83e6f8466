package upload

import "testing"

const connection = "DefaultEndpointsProtocol=https;AccountName=pathresults;AccountKey=aW52ZW50ZWQ=;EndpointSuffix=core.windows.net"

func TestReadsTheAccount(t *testing.T) {
	if account(connection) != "pathresults" {
		t.Fatal("the account was not read")
	}
}
