package a

var c = sessions.Options{Path: "/", Secure: true}
