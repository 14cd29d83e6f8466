package a

var c = http.Cookie{Name: "a", Secure: true}
