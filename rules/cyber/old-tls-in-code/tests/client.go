package client

// ruleid: old-tls-in-code
var old = &tls.Config{MinVersion: tls.VersionTLS10}

// ok: old-tls-in-code
var good = &tls.Config{MinVersion: tls.VersionTLS12}
