from flask import Flask

app = Flask("letters")
app.run(debug=True)
